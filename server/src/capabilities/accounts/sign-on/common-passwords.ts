/**
 * Words that passwords are built from: the most common ones worldwide and in Vietnam, without diacritics, punctuation or
 * digits, and the names of this field. A password that is nothing but these, with digits and punctuation around or
 * between, is refused. As twelve characters are required, common passwords are built this way.
 */
const WORDS = `
matkhau mat khau baomat dangnhap taikhoan quantri quantrivien admin administrator root user test guest demo
xinchao chao anhyeuem emyeuanh yeuem yeuanh yeu anhnhoem emnhoanh toiyeuban iloveyou iloveu love lovely love you my the
conyeu mebeo meyeu bayeu giadinh hanhphuc tinhyeu maimai mai mai khongbiet khongco khongquen honhau nhonhau thuongnho
congchuc vienchuc canbo nhanvien lanhdao giamdoc chutich bithu sonoivu noivu bonoivu uybannhandan ubnd hdnd phongnoivu vanphong
tinh huyen xa phuong thanhpho cchc caicach caicachhanhchinh hanhchinh parindex par index chiso pcchc chamdiem diemso
vietnam viet nam vn hanoi saigon hochiminh tphcm hcm danang haiphong cantho hue nhatrang dalat vungtau quangninh quangnam
nghean thanhhoa binhduong dongnai longan anhhung tudo doclap hanhphuc 
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly anh linh hung dung tuan minh hieu thang thao trang huong
password passwort pass word passw passwd pwd secret letmein welcome login master access default changeme change me temp temporary
qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qwe asd zxc qaz wsx edc rfv tgb qazwsx qazwsxedc
abc abcd abcde abcdef abcdefg abcxyz xyz aaa
monkey dragon football baseball basketball soccer hockey superman batman spiderman starwars pokemon naruto doremon doraemon
sunshine princess shadow michael jennifer jordan thomas daniel robert michelle charlie andrew matthew joshua ashley nicole jessica
trustno trust no one google facebook zalo youtube samsung iphone apple nokia microsoft windows computer internet hello hello world world
summer winter spring autumn monday friday january december company server system security manager office
minh hoa minhhoa so ban nganh cuc vu chi dang bo quoc hoi chinh phu
xuan ha thu dong thang ngay nam motnamnam motngaynao mot hai ba bon sau bay tam chin muoi
ronaldo messi manchester united liverpool chelsea arsenal barcelona realmadrid juventus
freedom whatever cheese killer hunter ranger buster pepper ginger summer flower orange banana cookie chocolate
`;

export const COMMON_WORDS: readonly string[] = [...new Set(WORDS.toLowerCase().split(/\s+/).filter(Boolean))];
const LONGEST_WORD = Math.max(...COMMON_WORDS.map(({ length }) => length));
const known = new Set(COMMON_WORDS);

/** Whether a text of plain letters is a run of these words and nothing else. */
export function isOfCommonWords(letters: string): boolean {
  const reached = new Array<boolean>(letters.length + 1).fill(false);
  reached[0] = true;
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_WORD); start < end && !reached[end]; start += 1) {
      if (reached[start] && known.has(letters.slice(start, end))) reached[end] = true;
    }
  }
  return reached[letters.length] === true;
}
