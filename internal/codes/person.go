package codes

// Sex is GB/T 2261.1.
var Sex = table("sex", "性别", "GB/T 2261.1", `
0 未知的性别
1 男
2 女
9 未说明的性别
`)

// Marital is GB/T 2261.2; 21 to 23 refine 20.
var Marital = table("marital", "婚姻状况", "GB/T 2261.2", `
10 未婚
20 已婚 *
21 初婚
22 再婚
23 复婚
30 丧偶
40 离婚
90 未说明的婚姻状况
`)

// Health is GB/T 2261.3 with two digits.
var Health = table("health", "健康状况", "GB/T 2261.3", `
10 健康或良好
20 一般或较弱
30 有慢性病 *
31 心血管病
32 脑血管病
33 慢性呼吸系统病
34 慢性消化系统病
35 慢性肾炎
36 结核病
37 糖尿病
38 神经或精神疾病
41 癌症
49 其他慢性病
60 残疾 *
61 视力残疾
62 听力残疾
63 言语残疾
64 肢体残疾
65 智力残疾
66 精神残疾
67 多重残疾
69 其他残疾
`)

// Education is the highest level reached, GB/T 4658.
var Education = table("education", "文化程度", "GB/T 4658", `
10 研究生教育
20 大学本科教育
30 大学专科教育
40 中等职业教育
60 普通高级中学教育
70 初级中学教育
80 小学教育
90 其他
`)

// Schooling is the stage of schooling a person is in now. No national table was found: our own, by the stages that
// education assistance tells apart (kindergarten upwards) and full-time study up to bachelor (民发〔2021〕57号 art 7).
var Schooling = table("schooling", "在校情况", "自定", `
none 不在校
preschool 学前教育
primary 小学
junior 初中
senior 普通高中
vocational 中等职业学校
special 特殊教育学校
college 大学专科
bachelor 大学本科
master 硕士研究生
doctor 博士研究生
`)

// WorkAbility is a person's ability to work. No national table was found: our own.
var WorkAbility = table("work_ability", "劳动能力", "自定", `
full 有劳动能力
partial 部分丧失劳动能力
none 无劳动能力
`)

// DisabilityType is the type on a disability certificate, GB/T 26341.
var DisabilityType = table("disability_type", "残疾类别", "GB/T 26341", `
1 视力残疾
2 听力残疾
3 言语残疾
4 肢体残疾
5 智力残疾
6 精神残疾
7 多重残疾
`)

// DisabilityGrade is the grade on a disability certificate, 1 the gravest.
var DisabilityGrade = table("disability_grade", "残疾等级", "GB/T 26341", `
1 一级
2 二级
3 三级
4 四级
`)

// PovertyCause is why a household is in difficulty. No national table was verified: our own.
var PovertyCause = table("poverty_cause", "致贫原因", "自定", `
illness 因病
disability 因残
schooling 因学
disaster 因灾
accident 因意外事故
unemployment 因失业
no_labour 缺少劳动力
no_funds 缺少资金
other 其他
`)

// Category is the identity (身份) that a person holds in the low-income register (GD-2024 (一)).
var Category = table("category", "救助身份", "自定", `
dibao 最低生活保障对象
dibao_single 最低生活保障对象（单人保）
tekun 特困人员
dibao_marginal 最低生活保障边缘家庭成员
expenditure_hardship 支出型困难家庭成员
relapse_watch 防止返贫监测对象
orphan 孤儿
unsupported_child 事实无人抚养儿童
disability_living 困难残疾人生活补贴对象
disability_nursing 重度残疾人护理补贴对象
temporary 临时救助对象
other 其他困难人员
`)
