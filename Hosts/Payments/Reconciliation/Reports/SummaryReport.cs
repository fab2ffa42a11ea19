using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Reconciliation;

namespace DichVuCong.Payments.Reconciliation.Reports;

/// <summary>What a printable summary is made of.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Run">The run.</param>
/// <param name="File">The file.</param>
/// <param name="Totals">The totals, class 0 first.</param>
/// <param name="Agencies">The totals of the agencies.</param>
/// <param name="SignedOff">Who closed what.</param>
/// <param name="MadeAt">When it is made.</param>
/// <param name="MadeBy">By whom.</param>
internal sealed record Summary(
    ReconciledPartner Partner, RunRow Run, StatementFileRow File, IReadOnlyList<RunTotal> Totals, IReadOnlyList<AgencyTotal> Agencies,
    IReadOnlyList<SignedOff> SignedOff,
    DateTimeOffset MadeAt, string MadeBy);

/// <summary>The summary of a run as a page to print and sign: the tie-out, the agencies, the differences with both signatures.</summary>
internal static class SummaryReport
{
    /// <summary>Vietnamese letters stay as they are; what HTML would take for its own does not.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style =
        """
        body{font-family:"Times New Roman",serif;font-size:12pt;margin:2cm}
        h1{font-size:15pt;text-align:center}table{border-collapse:collapse;width:100%;margin:8pt 0}
        td,th{border:1px solid #000;padding:3pt 5pt;vertical-align:top}td.n{text-align:right;white-space:nowrap}
        .sign td{border:0;text-align:center;height:3cm;width:33%}
        @page{size:A4}
        """;

    /// <summary>The page.</summary>
    public static string Of(Summary summary)
    {
        var (run, file) = (summary.Run, summary.File);
        var page = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\">")
            .Append($"<title>Đối soát {Text(run.Name)}</title><style>{Style}</style></head><body>\n")
            .Append($"<h1>BIÊN BẢN ĐỐI SOÁT NGÀY {Day(run.Day)}<br>{Text(summary.Partner.Name)} ({Text(run.Partner)}), lần {run.Number}</h1>\n")
            .Append($"<p>Tệp của đối tác: {Text(file.Name)}, bản {file.Number}, {file.Lines} dòng, ")
            .Append($"{file.Bytes} byte, SHA-256 {file.Hash}, nhận {Time(file.TakenAt)}.<br>\n")
            .Append($"Chạy đối soát: {Time(run.BegunAt)} bởi {Text(run.BegunBy)}, xong {Time(run.CompletedAt)}; ")
            .Append($"giờ chốt {run.CutOff:hh\\:mm}; dấu kết quả {run.Digest}.</p>\n");
        TieOut(page, summary.Totals);
        page.Append($"<p>Phí của đối tác trong tệp (không đối chiếu): {file.Fees} dòng, {Money(file.FeeAmount)}. Tra soát mở {run.Opened}, ")
            .Append($"chuyển ngày {run.Carried}, tự đóng {run.Resolved}; ghi nhận thanh toán {run.Confirmed}, quyết toán {run.Settled}.</p>\n");
        Agencies(page, summary.Agencies);
        Differences(page, summary.SignedOff);
        return page
            .Append("<table class=\"sign\"><tr><td>Người lập</td><td>Người kiểm soát</td><td>Đại diện đối tác</td></tr></table>\n")
            .Append($"<p>Lập lúc {Time(summary.MadeAt)} bởi {Text(summary.MadeBy)}.</p></body></html>\n")
            .ToString();
    }

    private static void TieOut(StringBuilder page, IReadOnlyList<RunTotal> totals)
    {
        page.Append("<table><tr><th>Kết quả</th><th>Hệ thống: số dòng</th><th>Số tiền</th><th>Ngân hàng: số dòng</th><th>Số tiền</th></tr>\n");
        foreach (var total in totals.Where(total => total.Class != 0).Append(totals.First(total => total.Class == 0)))
        {
            var name = total.Class == 0 ? "Cộng = đầu vào" : ReportWords.ClassOf(total.Class);
            page.Append($"<tr><td>{name}</td><td class=\"n\">{total.LedgerCount}</td><td class=\"n\">{Money(total.LedgerAmount)}</td>")
                .Append($"<td class=\"n\">{total.StatementCount}</td><td class=\"n\">{Money(total.StatementAmount)}</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private static void Agencies(StringBuilder page, IReadOnlyList<AgencyTotal> totals)
    {
        page.Append("<h2>Theo cơ quan thu</h2><table>")
            .Append("<tr><th>Cơ quan</th><th>Kết quả</th><th>Hệ thống</th><th>Số tiền</th><th>Ngân hàng</th><th>Số tiền</th></tr>\n");
        foreach (var total in totals)
        {
            page.Append($"<tr><td>{Text(total.Agency ?? "Chưa rõ")}</td><td>{ReportWords.ClassOf(total.Class)}</td><td class=\"n\">{total.LedgerCount}</td>")
                .Append($"<td class=\"n\">{Money(total.LedgerAmount)}</td><td class=\"n\">{total.StatementCount}</td>")
                .Append($"<td class=\"n\">{Money(total.StatementAmount)}</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private static void Differences(StringBuilder page, IReadOnlyList<SignedOff> differences)
    {
        page.Append("<h2>Chênh lệch và chữ ký</h2><table>")
            .Append("<tr><th>Mã chênh lệch</th><th>Kết quả</th><th>Lệnh thu, cơ quan</th><th>Hệ thống</th><th>Ngân hàng</th>")
            .Append("<th>Tra soát</th><th>Người đề nghị đóng</th><th>Người ký thứ hai</th></tr>\n");
        foreach (var one in differences)
        {
            page.Append($"<tr><td>{one.Difference}</td><td>{ReportWords.ClassOf(one.Class)}</td><td>{Text(one.Reference)} {Text(one.Agency)}</td>")
                .Append($"<td class=\"n\">{Money(one.LedgerAmount)}</td><td class=\"n\">{Money(one.StatementAmount)}</td>")
                .Append($"<td>{ReportWords.InquiryOf(one.State)}{(one.ResolvedBy is { } run ? $" (khớp ở {Text(run)})" : "")}</td>")
                .Append($"<td>{Signature(one.ProposedBy, one.ProposedAt)}{(one.Reason is { } reason ? $"<br>{Text(reason)}" : "")}</td>")
                .Append($"<td>{Signature(one.AgreedBy, one.AgreedAt)}</td></tr>\n");
        }

        if (differences.Count == 0) page.Append("<tr><td colspan=\"8\">Không có chênh lệch phải tra soát.</td></tr>\n");
        page.Append("</table>\n");
    }

    private static string Signature(string? by, DateTimeOffset? at) => by is null ? "" : $"{Text(by)}, {Time(at)}";

    private static string Money(long amount) => new Vnd(amount).ToString();

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? at) =>
        at is { } instant ? VietnamTime.Local(instant).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture) : "";

    private static string Text(string? text) => Encoder.Encode(text ?? "");
}
