import { Faults } from '../../reading/faults.ts';
import { readYaml } from '../../reading/yaml.ts';
import { readScheme } from '../../scheme/read.ts';
import type { Scheme } from '../../scheme/types.ts';

/** An invented edition with a survey of two groups. */
export const EDITION = `
format: parindex-scheme/1
id: "made-up"
title: { vi: "Bộ tiêu chí minh họa" }
status: illustrative
rounding: { places: 2, mode: halfUp }
survey:
  places: 4
  groups: [{ id: "councillors", weight: 1 }, { id: "staff", weight: 1 }]
  questions:
    - id: "steering"
      title: { vi: "Ông/Bà đánh giá việc chỉ đạo ở mức nào?" }
      options:
        - { id: "a", weight: 1, title: { vi: "Tốt" } }
        - { id: "b", weight: 0.6, title: { vi: "Khá" } }
        - { id: "c", weight: 0, title: { vi: "Chưa tốt" } }
    - id: "working"
      title: { vi: "Ông/Bà đánh giá quy chế làm việc ở mức nào?" }
      groups: ["staff"]
      options:
        - { id: "a", weight: 1, title: { vi: "Tốt" } }
        - { id: "b", weight: 0, title: { vi: "Chưa tốt" } }
domains:
  - code: "1"
    title: { vi: "Chỉ đạo" }
    criteria:
      - code: "1.1"
        title: { vi: "Tác động" }
        maximum: 2
        source: survey
        rule: { kind: surveyMean, questions: [{ id: "steering" }], groupWeights: declared, belowMinimum: notAnswered }
      - code: "1.2"
        title: { vi: "Quy chế" }
        maximum: 1
        source: survey
        rule: { kind: surveyMean, questions: [{ id: "working" }], groupWeights: declared, belowMinimum: notAnswered }
`;

/** An invented form with a question of each kind. */
export const FORM = `
format: parindex-questionnaire/1
scheme: "made-up"
group: "staff"
title: { vi: "Phiếu minh họa" }
status: illustrative
seed: "minh-hoa"
consent: { purpose: { vi: "Thử nghiệm" }, keptDays: 90 }
pages:
  - id: "p1"
    title: { vi: "Phần I" }
    questions:
      - { id: q1, kind: single, feeds: steering, noOpinion: true }
      - { id: q2, kind: single, feeds: { question: working, options: { good: a, bad: b } }, options: [{ id: good, title: { vi: "Tốt" } }, { id: bad, title: { vi: "Chưa" } }] }
      - id: used
        kind: single
        title: { vi: "Trong năm qua, ông/bà có làm thủ tục nào không?" }
        options: [{ id: "yes", title: { vi: "Có" } }, { id: "no", title: { vi: "Không" } }]
      - id: times
        kind: number
        title: { vi: "Số lần?" }
        least: 1
        most: 100
        when: [{ question: used, is: ["yes"] }]
  - id: "p2"
    title: { vi: "Phần II" }
    questions:
      - id: wishes
        kind: multiple
        title: { vi: "Ông/bà mong muốn điều gì?" }
        atMost: 2
        alone: none
        shuffled: true
        required: false
        options:
          - { id: staff, title: { vi: "Nâng cao năng lực" } }
          - { id: attitude, title: { vi: "Cải thiện thái độ" } }
          - { id: open, title: { vi: "Công khai" } }
          - { id: none, title: { vi: "Không có mong muốn nào" } }
      - id: service
        kind: matrix
        title: { vi: "Mức độ hài lòng" }
        noOpinion: true
        rows: [{ id: access, title: { vi: "Tiếp cận" } }, { id: result, title: { vi: "Kết quả" } }]
        options: [{ id: s1, title: { vi: "Không hài lòng" } }, { id: s2, title: { vi: "Hài lòng" } }]
      - { id: since, kind: date, title: { vi: "Từ ngày nào?" }, from: 2020-01-01, to: 2026-12-31, required: false }
      - { id: idea, kind: text, title: { vi: "Góp ý" }, longest: 20, required: false }
`;

export const edition = (text = EDITION): Scheme => {
  const faults = new Faults();
  const scheme = readScheme(readYaml(text).value, faults);
  if (!scheme) throw new Error(JSON.stringify(faults.list));
  return scheme;
};
