/** Between two tries of the page, s. */
const lookAgainSeconds = 3;

/** Where the page's own script is, given to whoever asks: it holds nothing and opens nothing. */
export const lockedScriptPath = '/cho-khoa.js';

/** Looks whether the browser has a key by now; the page is then loaded at the very address it stands at, its place after «#» as well. */
export const lockedScript = `setInterval(() => fetch('/', { method: 'HEAD' }).then((answer) => answer.ok && location.reload(), () => undefined), ${lookAgainSeconds * 1000});
`;

/**
 * The page of a browser that has no key of the program that runs now: used address, or a program started anew. It tries
 * again by itself, so that it opens as soon as the browser has been given the new key. Centred by the oldest means of
 * HTML: the content policy lets no style of the page's own through, and files are not given out without a key.
 */
export const lockedPage = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="color-scheme" content="light dark">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sổ Công văn</title>
    <script src="${lockedScriptPath}" defer></script>
  </head>
  <body>
    <br><br><br><br><br>
    <center>
      <table width="520"><tr><td align="center">
        <h1>Trang này chưa có khóa của chương trình</h1>
        <p>Địa chỉ này đã dùng rồi hoặc không đúng, hoặc chương trình vừa được mở lại với một khóa mới.</p>
        <p>Chạy lại «npm start»: trình duyệt mở một thẻ mới, và trang này tự mở theo ngay sau đó. Sổ vẫn còn nguyên.</p>
        <p><small>Đang tìm chương trình, tự thử lại sau mỗi ${lookAgainSeconds} giây…</small></p>
      </td></tr></table>
    </center>
  </body>
</html>
`;
