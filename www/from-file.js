// A browser loads no modules into a page that was opened as a file. This script it loads: it says so, and what to do.
if (location.protocol === "file:") {
  const [serve, python, address] = ["cargo xtask serve", "python3 -m http.server", "http://localhost:8000/"];
  /** Texts and, between them, what is typed. @type {Record<string, string[]>} */
  const words = {
    ko: [
      "이 페이지는 파일로 바로 열면 동작하지 않아요. 브라우저가 파일에서는 모듈을 불러오지 않기 때문이에요. 프로젝트 폴더에서 ",
      serve,
      " 명령을 실행하고 화면에 나오는 주소를 열어 주세요. 이미 빌드한 사이트라면 그 폴더에서 ",
      python,
      " 명령을 실행하고 ",
      address,
      " 주소를 열어도 돼요.",
    ],
    en: [
      "This page does not run when it is opened as a file, because browsers load no modules from files. Run ",
      serve,
      " in the project’s folder and open the address that it prints. For a site that is built already, ",
      python,
      " in its folder and ",
      address,
      " do as well.",
    ],
  };
  addEventListener("DOMContentLoaded", () => {
    const notes = Object.entries(words).map(([lang, parts]) => {
      const note = document.createElement("p");
      note.lang = lang;
      note.append(
        ...parts.map((part, i) =>
          i % 2 ? Object.assign(document.createElement("code"), { textContent: part, translate: false }) : part,
        ),
      );
      return note;
    });
    Object.assign(document.body.style, {
      maxWidth: "40em",
      margin: "0 auto",
      padding: "32px 16px",
      font: "16px/1.7 system-ui, sans-serif",
      wordBreak: "keep-all",
    });
    document.documentElement.style.colorScheme = "light dark";
    document.body.setAttribute("role", "alert");
    document.body.replaceChildren(...notes);
  });
}
