using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Banks.Platform;

/// <summary>The portal, as a client, calls the older platform: INIT, QUERY or GET_BILL (5.1, 5.4, 5.5).</summary>
internal sealed class PlatformVisit(WireFields request, BankBook book, SandboxOptions options, TimeProvider time) : IVisit
{
    private static readonly string[] RequiredOfInit =
    [
        "MaThamChieu", "SoTien", "LoaiHinhThanhToan", "MaKenhThanhToan", "MaThietBi", "NgonNgu", "MaTienTe", "MaNganHang",
        "ThongTinGiaoDich", "ThoiGianGD", "Ip",
    ];

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (fault == FaultKind.Refuse) return Refused("99", "Lỗi khác");
        var order = request["LoaiBanTin"] switch { "INIT" => PlatformHash.Init, "QUERY" or "GET_BILL" => PlatformHash.Query, _ => null };
        if (order is null || request["PhienBan"] != "1.0.6") return Refused("02", "Dữ liệu không hợp lệ");
        if (request["MaDoiTac"] != BankNames.PlatformPartner || !Digests.Same(request[PlatformHash.Name], PlatformHash.Of(order, name => request[name])))
        {
            return Refused("07", "Mã xác thực không đúng");
        }

        return request["LoaiBanTin"] switch { "INIT" => Init(), "QUERY" => Query(), _ => Bill() };
    }

    private HttpAnswer Init()
    {
        var receipt = request.Object("ThongTinBienLai");
        if (RequiredOfInit.Any(name => request[name].Length == 0) || request.Amount("SoTien") is not { } amount || receipt is null)
            return Refused("02", "Dữ liệu không hợp lệ");
        if (request["MaTienTe"] != "VND" || BankClock.Read(request["ThoiGianGD"]) is not { } at) return Refused("02", "Dữ liệu không hợp lệ");
        var (order, isNew) = book.Open(new BankOrderRecord(BankNames.Platform, request["MaThamChieu"], amount)
        {
            CreatedAt = at,
            ExpiresAt = time.GetUtcNow().AddDays(1),
            Account = receipt["TKThuHuong"] is { Length: > 0 } account ? account : null,
            Info = request["ThongTinGiaoDich"],
        });
        if (!isNew && order.Record.Amount != amount) return Refused("02", "Mã tham chiếu đã có");
        var url = $"{options.Url}/banks/platform/pay/{Uri.EscapeDataString(order.Record.Reference)}";
        return Direct(("MaLoi", "00"), ("MoTaLoi", ""), ("MaDoiTac", request["MaDoiTac"]), ("MaThamChieu", order.Record.Reference), ("UrlThanhToan", url));
    }

    private HttpAnswer Query()
    {
        if (book.Find(BankNames.Platform, request["MaThamChieu"]) is not { } order) return Refused("02", "Không có giao dịch");
        var isPending = false;
        var record = book.Change(order, now =>
        {
            isPending = now.PendingAnswers > 0;
            return now with { Questions = now.Questions + 1, PendingAnswers = Math.Max(0, now.PendingAnswers - 1) };
        });
        var told = isPending ? null : record.Paid ?? (record.Transactions is [.., var last] ? last : null);
        var state = told is null ? "3" : told.IsPaid ? "1" : "4";
        return Direct([.. PlatformBank.FieldsOf(record, told, "QUERY"), ("TrangThaiGD", state)]);
    }

    private HttpAnswer Bill()
    {
        var order = book.Find(BankNames.Platform, request["MaThamChieu"]);
        return order?.Record.Paid is not { } paid ? Refused("02", "Chưa có biên lai") : Direct(
            ("MaLoi", "00"),
            ("MoTaLoi", ""),
            ("URLBienLai", $"{options.Url}/banks/platform/receipts/{paid.No}"));
    }

    private static HttpAnswer Refused(string code, string text) => Direct(("MaLoi", code), ("MoTaLoi", text));

    private static HttpAnswer Direct(params IEnumerable<(string Name, string Value)> fields) =>
        HttpAnswer.OfJson(WireJson.Bytes(WireJson.Object(fields.Select(field => (field.Name, WireJson.Text(field.Value))))));
}
