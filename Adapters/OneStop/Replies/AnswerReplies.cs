using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Catalogue;
using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>The replies to login, look-ups and catalogue services (1.2, 2.8, 3).</summary>
public static class AnswerReplies
{
    private const string Found = "Lấy dữ liệu thành công";

    /// <summary>The reply to a login.</summary>
    public static byte[] LoggedIn(ReplyStyle style, string session) =>
        ReplyBody.Of(style, ReplyTable.Success, "Đăng nhập thành công", writer =>
        {
            writer.WritePropertyName("session");
            writer.WriteValue(session);
        });

    /// <summary>The reply to TraCuuHoSo: an empty <c>result</c> means that the dossier is not known (2.8).</summary>
    public static byte[] LookUp(ReplyStyle style, DossierSummary? dossier) => Rows<DossierSummary>(style, dossier is null ? [] : [dossier]);

    /// <summary>The reply to TraCuuTechID: empty when there is no account.</summary>
    public static byte[] Accounts(ReplyStyle style, IReadOnlyList<AccountRow> rows) => Rows(style, rows);

    /// <summary>The reply to LayDanhSachTTHC: the full list.</summary>
    public static byte[] Procedures(ReplyStyle style, IReadOnlyList<ProcedureRow> rows) => Rows(style, rows);

    /// <summary>The reply to LayThuTuc; empty when there is no such procedure.</summary>
    public static byte[] Procedure(ReplyStyle style, ProcedureDetail? procedure) => Rows<ProcedureDetail>(style, procedure is null ? [] : [procedure]);

    /// <summary>The reply to LayQDCB; empty when there is no such decision.</summary>
    public static byte[] Decision(ReplyStyle style, DecisionRow? decision) => Rows<DecisionRow>(style, decision is null ? [] : [decision]);

    /// <summary>The reply to LayDanhMucCoQuan.</summary>
    public static byte[] Agencies(ReplyStyle style, IReadOnlyList<AgencyRow> rows) => Rows(style, rows);

    /// <summary>The reply to LayDanhMucLinhVuc.</summary>
    public static byte[] Sectors(ReplyStyle style, IReadOnlyList<SectorRow> rows) => Rows(style, rows);

    /// <summary>The reply to LayDanhMucNhomThuTuc.</summary>
    public static byte[] ProcedureGroups(ReplyStyle style, IReadOnlyList<ProcedureGroupRow> rows) => Rows(style, rows);

    /// <summary>The reply to LayDVC: alone among the services, <c>result</c> is an object with <c>data[]</c> (1.3).</summary>
    public static byte[] Services(ReplyStyle style, IReadOnlyList<ServiceRow> rows) =>
        ReplyBody.Of(style, ReplyTable.Success, Found, ReplyBody.Result(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("data");
            WireObject.WriteArray(writer, rows);
            writer.WriteEndObject();
        }));

    private static byte[] Rows<T>(ReplyStyle style, IReadOnlyList<T> rows)
        where T : class, new() =>
        ReplyBody.Of(style, ReplyTable.Success, Found, ReplyBody.Result((JsonTextWriter writer) => WireObject.WriteArray(writer, rows)));
}
