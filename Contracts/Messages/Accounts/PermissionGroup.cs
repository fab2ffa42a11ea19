using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Accounts;

/// <summary>The eight groups of A12.1. Each is one bit of a <see cref="GroupSet"/>; the words are the contract's.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PermissionGroup>))]
public enum PermissionGroup : byte
{
    /// <summary>Cán bộ tiếp nhận.</summary>
    [JsonStringEnumMemberName("TIEP_NHAN")]
    Receiving = 1,

    /// <summary>Cán bộ xử lý.</summary>
    [JsonStringEnumMemberName("XU_LY")]
    Processing = 2,

    /// <summary>Cán bộ giám sát.</summary>
    [JsonStringEnumMemberName("GIAM_SAT")]
    Supervising = 4,

    /// <summary>Cán bộ trả kết quả.</summary>
    [JsonStringEnumMemberName("TRA_KET_QUA")]
    ResultReturning = 8,

    /// <summary>Cán bộ văn thư.</summary>
    [JsonStringEnumMemberName("VAN_THU")]
    Clerical = 16,

    /// <summary>Cán bộ thu phí, lệ phí.</summary>
    [JsonStringEnumMemberName("THU_PHI")]
    FeeCollecting = 32,

    /// <summary>Lãnh đạo đơn vị.</summary>
    [JsonStringEnumMemberName("LANH_DAO")]
    UnitLeader = 64,

    /// <summary>Quản trị đơn vị.</summary>
    [JsonStringEnumMemberName("QUAN_TRI")]
    UnitAdministrator = 128,
}
