using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>The level at which a procedure is performed (cấp thực hiện).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AdministrativeLevel>))]
public enum AdministrativeLevel : byte
{
    /// <summary>Cấp bộ.</summary>
    [JsonStringEnumMemberName("ministry")]
    Ministry = 1,

    /// <summary>Cấp tỉnh.</summary>
    [JsonStringEnumMemberName("province")]
    Province = 2,

    /// <summary>Cấp xã.</summary>
    [JsonStringEnumMemberName("commune")]
    Commune = 3,

    /// <summary>Cơ quan khác: bodies outside the three levels, such as notaries and vehicle inspection centres.</summary>
    [JsonStringEnumMemberName("other")]
    Other = 4,
}
