using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Operations.Work;

namespace DichVuCong.Registries.Operations;

/// <summary>
/// What operators call things of the journal, the queues and the registries, in Vietnamese and in English. What has no word here is shown by its
/// own name.
/// </summary>
public static class OperatorWords
{
    private static readonly Dictionary<string, (string Vi, string En)> Table = new(StringComparer.Ordinal)
    {
        // The journal's outcomes.
        ["Decided"] = ("đã quyết định", "decided"),
        ["Done"] = ("xong", "done"),
        ["Refused"] = ("bị từ chối", "refused"),
        ["Transient"] = ("lỗi tạm thời, sẽ gọi lại", "failed for now, will be called again"),
        ["Unknown"] = ("không rõ kết quả, sẽ hỏi lại", "outcome unknown, will be asked"),
        ["Absent"] = ("bên kia chưa có", "not there yet"),
        ["Pending"] = ("bên kia đang làm", "the partner is at it"),
        ["StaleClock"] = ("đồng hồ đã đổi, bỏ qua", "the clock had changed"),
        ["NoSaga"] = ("không có đối tượng", "no such saga"),
        ["Parked"] = ("đưa vào bãi đỗ", "parked"),
        ["Retried"] = ("chạy lại từ bãi đỗ", "retried"),
        ["Edited"] = ("sửa rồi chạy lại", "edited and retried"),
        ["Discarded"] = ("đã bỏ", "discarded"),
        ["GivenUp"] = ("thôi gọi, có thể mất", "given up, possibly lost"),
        ["Late"] = ("kết quả đến muộn", "the outcome came late"),
        ["ClockMoved"] = ("lịch đổi, hạn dời", "moved by a new calendar"),
        ["WaitsForNewerBuild"] = ("chờ bản phần mềm mới hơn", "waits for a newer build"),
        ["Released"] = ("bản mới đã nhận", "taken up by a newer build"),

        // Notices.
        ["Ordered"] = ("đang gửi", "being sent"),
        ["Sent"] = ("đã gửi", "sent"),
        ["Failed"] = ("không gửi được", "not sent"),
        ["receipt"] = ("giấy tiếp nhận", "receipt"),

        // What rows come with.
        ["dossier"] = ("DongBoHoSoMC", "DongBoHoSoMC"),
        ["progress"] = ("CapNhatTienDoHoSoMC", "CapNhatTienDoHoSoMC"),
        ["status"] = ("DongBoTrangThaiHoSo", "DongBoTrangThaiHoSo"),
        ["asked"] = ("TraCuuHoSo (hỏi lại sau khôi phục)", "TraCuuHoSo (asked after a restore)"),

        ["post"] = ("bưu chính đã phát kết quả", "handed over by the post"),

        // Parcels.
        ["parcel-event"] = ("hành trình bưu gửi", "tracking of"),
        ["parcel-code-unknown"] = ("mã chưa có trong bảng", "a code that no table knows"),
        ["parcel:Ordered"] = ("đặt bưu chính", "ordered at the post"),
        ["parcel:Created"] = ("bưu chính nhận đơn", "the post has the order"),
        ["parcel:Held"] = ("chờ xử lý", "held"),
        ["parcel:CancelAsked"] = ("yêu cầu huỷ", "to be cancelled"),
        ["parcel:Cancelled"] = ("bưu chính đã huỷ", "cancelled"),
        ["parcel:CancelRefused"] = ("bưu chính không huỷ", "the post will not cancel"),
        ["parcel:Reordered"] = ("đặt lại", "ordered once more"),
        ["parcel:Closed"] = ("kết thúc bằng tay", "closed by hand"),
        ["parcel:DocumentRegistered"] = ("đăng ký hồ sơ với bưu chính", "the post was told of the dossier"),
        ["parcel:DocumentRefused"] = ("bưu chính không nhận đăng ký", "the post did not take the dossier"),
        ["parcel-state:Created"] = ("đã tạo đơn", "created"),
        ["parcel-state:PickedUp"] = ("đã lấy hàng", "picked up"),
        ["parcel-state:InTransit"] = ("đang vận chuyển", "in transit"),
        ["parcel-state:Delivered"] = ("đã phát", "delivered"),
        ["parcel-state:Returned"] = ("đã chuyển hoàn", "returned"),
        ["parcel-state:Failed"] = ("phát không thành công", "not delivered"),
        ["parcel-state:Cancelled"] = ("đã huỷ", "cancelled"),

        // Contents and the coordination desk.
        ["filed"] = ("nộp hồ sơ", "filed"),
        ["supplemented"] = ("bổ sung hồ sơ", "supplemented"),
        ["task-opened"] = ("chờ điều phối", "waits for coordination"),
        ["task-closed"] = ("đã điều phối", "coordinated"),

        // Flags.
        ["impossibleTransition"] = ("chuyển trạng thái bất thường", "impossible transition"),
        ["fromTheFuture"] = ("thời điểm ở tương lai", "from the future"),
        ["deadlineDiffers"] = ("ngày hẹn trả lệch hạn tính", "the agency's date differs from our count"),
        ["appointmentMoved"] = ("dời ngày hẹn trả", "the agency's date was moved"),
        ["noTerm"] = ("không có thời hạn trong danh mục", "no term in the catalogue"),
        ["fileFault"] = ("tệp lỗi", "faulty file"),
        ["resolved"] = ("đã hợp lệ", "resolved"),
        ["corrected"] = ("đã chấp nhận đính chính", "accepted as a correction"),
        ["tooOld"] = ("bản ghi quá cũ", "too old"),

        // Where messages wait.
        ["outbound"] = ("chờ gọi", "waits to be called"),
        ["calling"] = ("đang gọi", "being called"),
        ["later"] = ("chờ gọi lại", "will be called again"),
        ["ready"] = ("chờ xử lý", "waits to be handled"),
        ["waiting"] = ("chờ hồ sơ đến", "waits for its dossier"),
        ["held"] = ("chờ sau bản tin bị đỗ", "waits behind a parked message"),
        ["parked"] = ("bãi đỗ", "parked"),

        // Clocks.
        ["undelivered"] = ("chưa chuyển được", "undelivered"),
        ["acceptance"] = ("hạn tiếp nhận", "acceptance"),
        ["deadline"] = ("hạn trả kết quả", "deadline"),
        ["silence"] = ("cơ quan im lặng", "the agency's silence"),
        ["future"] = ("bản ghi tương lai", "a row from the future"),

        // Payments.
        ["obligation-stated"] = ("nghĩa vụ tài chính", "obligation stated"),
        ["order-state"] = ("khoản thu", "order"),
        ["payment-started"] = ("bắt đầu thanh toán", "payment begun"),
        ["transaction"] = ("giao dịch", "transaction"),
        ["refund"] = ("hoàn tiền", "refund"),
        ["receipt-kept"] = ("biên lai", "receipt of the agency"),
        ["transaction:Paid"] = ("đã thu", "collected"),
        ["transaction:Failed"] = ("không thu được", "failed"),
        ["transaction:Unknown"] = ("chưa rõ", "unknown"),
        ["transaction:Reversed"] = ("đối tác đã hủy", "reversed by the partner"),
        ["refund:Requested"] = ("đã yêu cầu đối tác", "requested"),
        ["refund:InProgress"] = ("đối tác đang làm", "in progress"),
        ["refund:Done"] = ("đã hoàn", "refunded"),
        ["refund:Rejected"] = ("bị từ chối", "rejected"),
        ["order:Open"] = ("chờ thanh toán", "open"),
        ["order:Pending"] = ("đang thanh toán", "pending"),
        ["order:Unknown"] = ("chưa rõ kết quả", "unknown"),
        ["order:Failed"] = ("thanh toán lỗi", "failed"),
        ["order:Expired"] = ("hết hạn", "expired"),
        ["order:Cancelled"] = ("đã hủy", "cancelled"),
        ["order:Paid"] = ("đã thanh toán", "paid"),
        ["order:Settled"] = ("đã quyết toán", "settled"),
        ["order:Refunded"] = ("đã hoàn tiền", "refunded"),
        ["obligation:Open"] = ("chờ nộp", "open"),
        ["obligation:PartlyPaid"] = ("nộp một phần", "partly paid"),
        ["obligation:Paid"] = ("đã nộp đủ", "paid"),
        ["obligation:Settled"] = ("đã quyết toán", "settled"),
        ["obligation:Expired"] = ("hết hạn", "expired"),
        ["obligation:Cancelled"] = ("đã hủy", "cancelled"),
        ["obligation:Refunded"] = ("đã hoàn tiền", "refunded"),
        ["inquiry:Open"] = ("chờ trả lời", "open"),
        ["inquiry:Answered"] = ("đã trả lời", "answered"),
        ["inquiry:ClosingProposed"] = ("chờ người thứ hai", "closing proposed"),
        ["inquiry:Closed"] = ("đã đóng", "closed"),
        ["notice:Ordered"] = ("đang gửi", "being sent"),
        ["notice:Sent"] = ("đã gửi", "sent"),
        ["notice:Failed"] = ("không gửi được", "not sent"),

        // What needs a human, and what is done about it.
        ["work:Parked"] = ("Tin chờ xử lý tay", "Parked messages"),
        ["work:Partner"] = ("Đối tác có sự cố", "Sick partners"),
        ["work:Overdue"] = ("Hồ sơ quá hạn", "Overdue dossiers"),
        ["work:Coordination"] = ("Hồ sơ chờ điều phối", "Dossiers to be assigned"),
        ["work:Alarm"] = ("Hồ sơ có cảnh báo", "Dossiers with an alarm"),
        ["work:SoonOverdue"] = ("Hồ sơ sắp quá hạn (24 giờ)", "Dossiers due within 24 hours"),
        ["work:Difference"] = ("Sai lệch thanh toán", "Payment differences"),
        ["work-step:Acknowledged"] = ("Đã biết", "Acknowledged"),
        ["work-step:Assigned"] = ("Giao", "Assigned"),
        ["work-step:HandedOver"] = ("Bàn giao", "Handed over"),
        ["work-step:Noted"] = ("Ghi chú", "Noted"),
        ["soon-overdue"] = ("sắp đến hạn trả", "the deadline is near"),

        // The types of saga.
        ["dossiers"] = ("Hồ sơ", "Dossiers"),
        ["notices"] = ("Thông báo", "Notices"),
        ["obligations"] = ("Nghĩa vụ tài chính", "Obligations"),
        ["orders"] = ("Khoản thu", "Orders"),
        ["inquiries"] = ("Tra soát", "Inquiries"),
    };

    private static readonly Dictionary<string, string> Singular = new(StringComparer.Ordinal)
    {
        ["notices"] = "notice",
        ["obligations"] = "obligation",
        ["orders"] = "order",
        ["inquiries"] = "inquiry",
    };

    private static readonly (DossierAlarms Alarm, string Vi, string En)[] Alarms =
    [
        (DossierAlarms.Overdue, "quá hạn", "overdue"),
        (DossierAlarms.Undelivered, "chưa chuyển được", "undelivered"),
        (DossierAlarms.NotAccepted, "chưa tiếp nhận", "not accepted"),
        (DossierAlarms.Silent, "cơ quan im lặng", "silent agency"),
        (DossierAlarms.Flagged, "có dấu hiệu lạ", "flagged"),
    ];

    private static readonly Dictionary<DossierState, string> StatesInEnglish = new()
    {
        [DossierState.Unrouted] = "Waits for coordination",
        [DossierState.RefusedBySystem] = "Refused by the one-stop system",
        [DossierState.Filed] = "Filed, on its way",
        [DossierState.Registered] = "Registered",
        [DossierState.Accepted] = "Accepted",
        [DossierState.NotAccepted] = "Not accepted",
        [DossierState.Processing] = "Processing",
        [DossierState.SupplementRequested] = "Supplement requested",
        [DossierState.PaymentRequested] = "Payment requested",
        [DossierState.Withdrawn] = "Withdrawn",
        [DossierState.Stopped] = "Stopped",
        [DossierState.Processed] = "Processed",
        [DossierState.Returned] = "Result returned",
    };

    /// <summary>All that have a word, for a test that both languages have it.</summary>
    internal static IReadOnlyDictionary<string, (string Vi, string En)> All => Table;

    /// <summary>The word of something, or its own name.</summary>
    public static string Of(string? name, bool english = false)
    {
        if (name is null) return "";
        return Table.TryGetValue(name, out var word) ? english ? word.En : word.Vi : name;
    }

    /// <summary>What a kind of work is called.</summary>
    public static string Of(WorkKind kind, bool english = false) => Of($"work:{kind}", english);

    /// <summary>What a step in somebody's work is called.</summary>
    public static string Of(WorkStep step, bool english = false) => Of($"work-step:{step}", english);

    /// <summary>The words of alarms.</summary>
    public static string Of(DossierAlarms alarms, bool english = false) =>
        string.Join(", ", Alarms.Where(row => alarms.HasFlag(row.Alarm)).Select(row => english ? row.En : row.Vi));

    /// <summary>What a dossier's state is called.</summary>
    public static string Of(DossierState state, bool english = false)
    {
        if (!english) return DossierStateNames.Of(state);
        return StatesInEnglish.TryGetValue(state, out var name) ? name : "Other state";
    }

    /// <summary>What a state of a saga is called.</summary>
    /// <param name="type">The type: its endpoint.</param>
    /// <param name="state">The state's name.</param>
    /// <param name="english">In English.</param>
    public static string OfState(string type, string state, bool english = false)
    {
        if (Singular.TryGetValue(type, out var word)) return Of($"{word}:{state}", english);
        return Enum.TryParse<DossierState>(state, out var dossier) ? Of(dossier, english) : state;
    }
}
