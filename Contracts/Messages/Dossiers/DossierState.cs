namespace DichVuCong.Contracts.Dossiers;

/// <summary>
/// Where a dossier stands. 1 to 11 are the codes of TrangThaiHoSo (<c>one-stop-and-portal-wire.md</c> 2.6); 0 and below are our own, before
/// the agency has it.
/// </summary>
public enum DossierState : sbyte
{
    /// <summary>No agency, or several, are competent: it waits in the coordination queue (Chờ điều phối).</summary>
    Unrouted = -2,

    /// <summary>The one-stop system refused to take it (Hệ thống một cửa từ chối nhận).</summary>
    RefusedBySystem = -1,

    /// <summary>Filed and on its way to the agency (Đã nộp, đang chuyển).</summary>
    Filed = 0,

    /// <summary>Mới đăng ký.</summary>
    Registered = 1,

    /// <summary>Được tiếp nhận.</summary>
    Accepted = 2,

    /// <summary>Không được tiếp nhận.</summary>
    NotAccepted = 3,

    /// <summary>Đang xử lý.</summary>
    Processing = 4,

    /// <summary>Yêu cầu bổ sung giấy tờ.</summary>
    SupplementRequested = 5,

    /// <summary>Yêu cầu thực hiện nghĩa vụ tài chính.</summary>
    PaymentRequested = 6,

    /// <summary>Công dân yêu cầu rút hồ sơ.</summary>
    Withdrawn = 7,

    /// <summary>Dừng xử lý.</summary>
    Stopped = 8,

    /// <summary>Đã xử lý xong.</summary>
    Processed = 9,

    /// <summary>Đã trả kết quả.</summary>
    Returned = 10,

    /// <summary>In no list; some systems send it. It is kept and flagged and never becomes the current state by itself.</summary>
    Other = 11,
}
