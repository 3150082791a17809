import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { markWords } from '../../lib/marked-words.ts';
import { plainText, tokensWithin } from './read-guide.ts';

/** Names of keys, alone or together: `Ctrl+Shift+F`, `F9`, `N`, `/`. */
const keyName = /^(?:(?:Ctrl|Alt|Shift)\+)*(?:Ctrl|Alt|Shift|Enter|Esc|Space|Tab|F\d{1,2}|[A-Z0-9/;'+−-]|[↑↓←→]+)$/;

interface GuideTextProps {
  tokens: readonly Token[];
  /** Folded words that were looked for. */
  words: readonly string[];
}

/**
 * A text of markdown as elements of the window. Only what is named here becomes one: HTML stays the characters it is
 * written with, pictures their names, addresses their words; nothing is fetched and nothing runs.
 */
export function GuideText({ tokens, words }: GuideTextProps) {
  return tokens.map((token, at) => <Piece key={at} token={token} words={words} />);
}

function Piece({ token, words }: { token: Token; words: readonly string[] }): ReactNode {
  const inner = <GuideText tokens={tokensWithin(token)} words={words} />;
  switch (token.type) {
    case 'heading':
      return (token as Tokens.Heading).depth > 3 ? <h5>{inner}</h5> : <h4>{inner}</h4>;
    case 'paragraph':
      return <p>{inner}</p>;
    case 'list': {
      const { ordered, start } = token as Tokens.List;
      return ordered ? <ol start={start === '' ? 1 : start}>{inner}</ol> : <ul>{inner}</ul>;
    }
    case 'list_item':
      return <li>{inner}</li>;
    case 'strong':
      return keyName.test(plainText([token])) ? <kbd>{inner}</kbd> : <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'blockquote':
      return <blockquote>{inner}</blockquote>;
    case 'code':
      return <pre tabIndex={0}>{(token as Tokens.Code).text}</pre>;
    case 'codespan':
      return (
        <code>
          <Words text={(token as Tokens.Codespan).text} words={words} />
        </code>
      );
    case 'table':
      return <GuideTable table={token as Tokens.Table} words={words} />;
    case 'br':
      return <br />;
    case 'hr':
      return <hr />;
    case 'link': {
      const { href } = token as Tokens.Link;
      const text = plainText([token]);
      return text === href ? inner : <>{inner} ({href})</>;
    }
    default:
      // plain words, and whatever is no part of the guide's own form
      return tokensWithin(token).length > 0 ? inner : <Words text={'text' in token && typeof token.text === 'string' ? token.text : token.raw} words={words} />;
  }
}

function GuideTable({ table: { header, rows }, words }: { table: Tokens.Table; words: readonly string[] }) {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, at) => (
            <th key={at}>
              <GuideText tokens={cell.tokens} words={words} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={line}>
            {row.map((cell, at) => (
              <td key={at}>
                <GuideText tokens={cell.tokens} words={words} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Words with those marked that were looked for. */
export const Words = ({ text, words }: { text: string; words: readonly string[] }): ReactNode => (words.length === 0 ? text : markWords(text, words).map(({ text: piece, marked }, at) => (marked ? <mark key={at}>{piece}</mark> : piece)));
