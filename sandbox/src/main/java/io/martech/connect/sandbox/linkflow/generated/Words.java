package io.martech.connect.sandbox.linkflow.generated;

/** Words that realistic rows are made of. */
final class Words {

    static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "欧阳", "司马"};
    static final String[] GIVEN_NAMES = {"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "梓涵", "浩然", "𠮷"};
    static final String[] NICKNAMES = {"小鱼🐟", "康熙", "Alpha", "夏天的风", "'非常满意'&*-^!@#$%{}[]\\|、\"\"「」【】", "peter pan"};
    static final String[][] PLACES = {
        {"江苏", "南京", "雨花台区"},
        {"广东", "广州", "天河区"},
        {"吉林省", "四平市", "梨树县"},
        {"上海", "上海", "浦东新区"},
        {"浙江省", "杭州市", "西湖区"},
        {"四川省", "成都市", "锦江区"}
    };
    static final String[] COMPANIES = {"上海源犀信息科技有限公司", "南京某某贸易有限公司", "杭州云上零售有限公司"};
    static final String[] INDUSTRIES = {"IT", "零售", "教育", "医药", "汽车"};
    static final String[] DEPARTMENTS = {"研发", "市场部", "销售部", "客服"};
    static final String[] TITLES = {"java", "经理", "店长", "总监"};
    static final String[] SOURCES = {"百度", "小红书", "source", "朋友圈", "线下门店"};

    static final String[] SALE_CHANNELS = {"有赞", "天猫", "微盟", "京东"};
    static final String[] ORDER_STATUSES = {
        "WAIT_BUYER_PAY",
        "WAIT_SELLER_SEND_GOODS",
        "SELLER_CONSIGNED_PART",
        "WAIT_BUYER_CONFIRM_GOODS",
        "TRADE_BUYER_SIGNED",
        "TRADE_SUCCESS",
        "TRADE_CLOSED",
        "OTHER"
    };
    static final String[] ORDER_SOURCES = {"other", "小程序", "公众号"};
    static final String[] PAY_TYPES = {"优惠兑换", "支付宝", "微信"};
    static final String[] STORES = {"微商城", "旗舰店", "南京西路店"};
    static final String[] ORDER_TYPES = {"普通订单", "拼团订单", "预售订单"};
    static final String[] PRODUCTS = {"维生素C", "益生菌粉", "蓝莓叶黄素酯片", "氨糖软骨素", "胶原蛋白肽"};
    static final String[] BRANDS = {"某某健康", "Nature's", "1"};
    static final String[] CATEGORIES = {"保健品", "食品", "1"};
    static final String[] SKUS = {"数量:1瓶", "中份", "规格:60粒;口味:原味"};
    static final String[] REFUND_TYPES = {"退款-商家主动退款", "退款-买家申请退款"};
    static final String[] LINE_STATUSES = {"退货退款", "已发货", "待发货", "交易成功"};
    static final String[] YES_OR_NO = {"是", "否"};

    private Words() {}
}
