using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Adapters.Banks.Statements.Layouts;

/// <summary>
/// The files of the payment system of 2026: type 1 holds transactions, delimited by pipes and written as Base64; type 2 is the answer
/// (one-stop-and-portal-wire.md 5.10). The columns are not public: they are inferred.
/// </summary>
public static class PortalLayout
{
    private static readonly FieldLayout[] Columns =
    [
        new("MaGiaoDich"), new("MaHoaDon"), new("SoTien"), new("LoaiTien"), new("ThoiGian"), new("TaiKhoanThuHuong"), new("LoaiGiaoDich"), new("TrangThai"),
    ];

    /// <summary>The layout of type 1, which is answered in type 2.</summary>
    public static TextLayout Of(string transaction = "1", string trailer = "9") => Type("portal-1", transaction, trailer, [], null) with
    {
        Answer = Type("portal-2", transaction, trailer, [new("KetQua")], "KetQua"),
    };

    private static TextLayout Type(string name, string transaction, string trailer, FieldLayout[] more, string? result) => new()
    {
        Name = name,
        IsInferred = true,
        IsBase64 = true,
        DayInName = "yyyyMMdd",
        Detail = new() { Type = transaction, Separator = '|', Fields = [new("LoaiBanGhi"), .. Columns, .. more] },
        Trailer = new() { Type = trailer, Separator = '|', Fields = [new("LoaiBanGhi"), new("SoBanGhi")] },
        Frame = new() { Count = "SoBanGhi" },
        Line = new()
        {
            Amount = "SoTien",
            Currency = "LoaiTien",
            PartnerReference = "MaGiaoDich",
            OurReference = "MaHoaDon",
            Account = "TaiKhoanThuHuong",
            Status = "TrangThai",
            Time = new(["ThoiGian"], ["yyyyMMddHHmmss"]),
            Kind = "LoaiGiaoDich",
            Kinds =
            [
                new("THANHTOAN", StatementKind.Payment, StatementDirection.Credit),
                new("HOANTRA", StatementKind.Refund, StatementDirection.Debit),
                new("QUYETTOAN", StatementKind.Settlement, StatementDirection.Debit),
                new("PHI", StatementKind.Fee, StatementDirection.Debit),
            ],
            Result = result,
        },
    };
}
