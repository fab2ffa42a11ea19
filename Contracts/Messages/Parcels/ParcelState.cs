using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Parcels;

/// <summary>
/// Where a parcel stands. No list of the post's own codes is public: they are mapped to these by a table
/// (<c>external-parties.md</c> B1, gaps).
/// </summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ParcelState>))]
public enum ParcelState : byte
{
    /// <summary>Đã đăng ký: the applicant asked for it; there is nothing to carry yet.</summary>
    Asked = 1,

    /// <summary>Đang đặt: the order is on its way to the post.</summary>
    Ordered = 2,

    /// <summary>Chờ xử lý: the post cannot have the order as it is; somebody must act.</summary>
    Held = 3,

    /// <summary>Đã tạo đơn: the post has the order.</summary>
    Created = 4,

    /// <summary>Đã lấy hàng: the post has the parcel.</summary>
    PickedUp = 5,

    /// <summary>Đang vận chuyển: it is on its way.</summary>
    InTransit = 6,

    /// <summary>Đã phát: it was handed over.</summary>
    Delivered = 7,

    /// <summary>Đã chuyển hoàn: it went back to its sender.</summary>
    Returned = 8,

    /// <summary>Phát không thành công: it could not be handed over.</summary>
    Failed = 9,

    /// <summary>Đã huỷ: nobody carries it.</summary>
    Cancelled = 10,
}

/// <summary>The Vietnamese names of <see cref="ParcelState"/>, for people.</summary>
public static class ParcelStateNames
{
    private static readonly string[] Names =
    [
        "Đã đăng ký", "Đang đặt", "Chờ xử lý", "Đã tạo đơn", "Đã lấy hàng", "Đang vận chuyển", "Đã phát", "Đã chuyển hoàn", "Phát không thành công", "Đã huỷ",
    ];

    /// <summary>The name of a state.</summary>
    public static string Of(ParcelState state) => (int)state is var number && number > 0 && number <= Names.Length ? Names[number - 1] : "Không rõ";
}

/// <summary>Why the post cannot have an order as it is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ParcelObstacle>))]
public enum ParcelObstacle : byte
{
    /// <summary>The applicant's address is not known.</summary>
    NoAddress = 1,

    /// <summary>The applicant's address is at a place for which there is no code of the post's: it is not guessed.</summary>
    AddressNotMapped = 2,

    /// <summary>The agency has no point at which the post comes and goes, or none whose place has a code of the post's.</summary>
    NoAgencyPoint = 3,

    /// <summary>The post refused the order.</summary>
    Refused = 4,
}

/// <summary>Alarms raised about a parcel, each once for an order.</summary>
[Flags]
public enum ParcelAlarms : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>It is later than it should be.</summary>
    Late = 1,

    /// <summary>Nothing was heard of it for so long that it counts as lost.</summary>
    Lost = 2,
}
