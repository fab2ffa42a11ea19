using static DichVuCong.Contracts.Dossiers.DossierState;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>What people call the states (<c>one-stop-and-portal-wire.md</c> 2.6; ours before the agency has the dossier).</summary>
public static class DossierStateNames
{
    private static readonly Dictionary<DossierState, string> Names = new()
    {
        [Unrouted] = "Chờ điều phối",
        [RefusedBySystem] = "Hệ thống một cửa từ chối nhận",
        [Filed] = "Đã nộp, đang chuyển đến cơ quan",
        [Registered] = "Mới đăng ký",
        [Accepted] = "Được tiếp nhận",
        [NotAccepted] = "Không được tiếp nhận",
        [Processing] = "Đang xử lý",
        [SupplementRequested] = "Yêu cầu bổ sung giấy tờ",
        [PaymentRequested] = "Yêu cầu thực hiện nghĩa vụ tài chính",
        [Withdrawn] = "Công dân yêu cầu rút hồ sơ",
        [Stopped] = "Dừng xử lý",
        [Processed] = "Đã xử lý xong",
        [Returned] = "Đã trả kết quả",
        [Other] = "Trạng thái khác",
    };

    /// <summary>The name of a state.</summary>
    public static string Of(DossierState state) => Names.TryGetValue(state, out var name) ? name : Names[Other];
}
