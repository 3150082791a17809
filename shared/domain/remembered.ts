/**
 * A function of a text that keeps what it answered: books name the same few agencies and words over and over. At `most`
 * texts it forgets them all and begins anew.
 */
export function remembered<Answer extends object | string>(most: number, work: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = work(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
