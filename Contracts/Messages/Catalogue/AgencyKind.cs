using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>What an agency is. A place has at most one open agency of each kind that serves places.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgencyKind>))]
public enum AgencyKind : byte
{
    /// <summary>A ministry or a body of that rank.</summary>
    [JsonStringEnumMemberName("ministry")]
    Ministry = 1,

    /// <summary>A court.</summary>
    [JsonStringEnumMemberName("court")]
    Court = 2,

    /// <summary>UBND cấp tỉnh.</summary>
    [JsonStringEnumMemberName("provinceCommittee")]
    ProvinceCommittee = 3,

    /// <summary>UBND cấp xã.</summary>
    [JsonStringEnumMemberName("communeCommittee")]
    CommuneCommittee = 4,

    /// <summary>Công an cấp tỉnh.</summary>
    [JsonStringEnumMemberName("provincePolice")]
    ProvincePolice = 5,

    /// <summary>Công an cấp xã.</summary>
    [JsonStringEnumMemberName("communePolice")]
    CommunePolice = 6,

    /// <summary>Thuế tỉnh, thành phố.</summary>
    [JsonStringEnumMemberName("taxOffice")]
    TaxOffice = 7,

    /// <summary>Hải quan khu vực.</summary>
    [JsonStringEnumMemberName("customsOffice")]
    CustomsOffice = 8,

    /// <summary>Kho bạc Nhà nước khu vực.</summary>
    [JsonStringEnumMemberName("treasuryOffice")]
    TreasuryOffice = 9,

    /// <summary>Bảo hiểm xã hội tỉnh.</summary>
    [JsonStringEnumMemberName("socialInsurance")]
    SocialInsurance = 10,

    /// <summary>Ngân hàng Nhà nước khu vực.</summary>
    [JsonStringEnumMemberName("stateBankRegion")]
    StateBankRegion = 11,

    /// <summary>Thi hành án dân sự tỉnh.</summary>
    [JsonStringEnumMemberName("civilEnforcement")]
    CivilEnforcement = 12,

    /// <summary>A unit of an agency that serves no place by itself.</summary>
    [JsonStringEnumMemberName("unit")]
    Unit = 13,
}
