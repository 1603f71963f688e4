// SPDX-License-Identifier: Apache-2.0

extension FoldTable {
  /// Pairs that ICU's transliterator leaves out: what Hong Kong writes for characters of Taiwan
  /// (衞生署, 滙豐), forms of older print, and forms of handwriting that pages took over.
  ///
  /// Left out are forms that mostly stand in names of persons and villages (邨, 喆, 堃, 祐).
  static let variantPairs =
    """
    衞卫滙汇峯峰汚污麪面値值敎教緖绪郞郎戸户鶏鸡擡抬踈疏窻窗囘回畵画羗羌呌叫犂犁牠它妳你紥扎淩凌濶阔\
    熈熙彊强酧酬讐仇鬪斗甦苏糉粽櫈凳枱台輭软隣邻煑煮恊协厰厂偪逼刦劫劵券嶽岳憇憩揑捏敍叙晳晰曡叠槩概殭僵\
    氷冰泝溯涖莅湼涅漑溉煖暖珎珍畱留痺痹皷鼓盌碗礟炮稾稿窰窑竝并糢模聨联舘馆蘂蕊覇霸覩睹觔斤詧察謌歌譌讹\
    譭毁遡溯郷乡鄕乡醎咸鈆铅鍼针鎌镰隂阴霛灵靣面駈驱諮咨谘咨岀出巗岩熖焰餻糕餈糍鷰燕
    """
}
