using System.Globalization;
using System.Text;
using DichVuCong.Contracts;
using DichVuCong.Registries.Reconciliation;

namespace DichVuCong.Payments.Reconciliation.Reports;

/// <summary>
/// Writes the rows of a run as CSV in UTF-8 with BOM, so that spreadsheets read Vietnamese: one file for the partner and one for each agency. A text
/// that a spreadsheet would take for a formula is put behind an apostrophe.
/// </summary>
internal sealed class CsvReport(string folder, string stem) : IAsyncDisposable
{
    private const string Head =
        "Ngày,Cơ quan,Bên,Loại,Mã tham chiếu,Số giao dịch,Số tiền (VND),Thời điểm,Chuyển từ ngày trước,Kết quả,Xử lý,Tra soát,Mã chênh lệch";

    private static readonly UTF8Encoding WithBom = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes the rows into one stream: all, or those of some agencies alone.</summary>
    public static async Task WriteAsync(Stream to, IAsyncEnumerable<ReportRow> rows, IReadOnlySet<string>? agencies, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(to, WithBom, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Head);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (agencies is null || (row.Agency is { } agency && agencies.Contains(agency))) await writer.WriteLineAsync(LineOf(row));
        }
    }

    private readonly List<string> _paths = [];
    private StreamWriter? _all;
    private StreamWriter? _agency;
    private string? _of;

    /// <summary>The files that were written.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>Writes them. The rows come by agency, those without one last.</summary>
    public async Task WriteAsync(IAsyncEnumerable<ReportRow> rows, CancellationToken cancellationToken)
    {
        _all = await OpenAsync($"{stem}.csv");
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var line = LineOf(row);
            await _all.WriteLineAsync(line);
            if (row.Agency is not { } agency) continue;
            if (_agency is null || agency != _of)
            {
                if (_agency is not null) await _agency.DisposeAsync();
                _agency = await OpenAsync($"{stem}_{agency}.csv");
                _of = agency;
            }

            await _agency.WriteLineAsync(line);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_agency is not null) await _agency.DisposeAsync();
        if (_all is not null) await _all.DisposeAsync();
    }

    private async Task<StreamWriter> OpenAsync(string name)
    {
        var path = Path.Combine(folder, name);
        var writer = new StreamWriter(path, append: false, WithBom) { NewLine = "\r\n" };
        _paths.Add(path);
        await writer.WriteLineAsync(Head);
        return writer;
    }

    private static string LineOf(ReportRow row) => string.Join(
        ',',
        row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Field(row.Agency),
        ReportWords.SideOf(row.Side),
        ReportWords.KindOf(row.Kind),
        Field(row.Reference),
        Field(row.TransactionNo == "~" ? "" : row.TransactionNo),
        row.Amount.ToString(CultureInfo.InvariantCulture),
        VietnamTime.Local(row.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        row.IsCarried ? "x" : "",
        Field(ReportWords.ClassOf(row.Class)),
        Field(ReportWords.ActionOf(row.Action)),
        Field(ReportWords.InquiryOf(row.Inquiry)),
        Field(row.Difference));

    private static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
