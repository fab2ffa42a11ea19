using System.Globalization;
using DichVuCong.Cli.Load.Portal;
using DichVuCong.Cli.Load.Running;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Dossiers;
using Spectre.Console;

namespace DichVuCong.Cli.Load.Reporting;

/// <summary>The account of a load: a table that adds up, and <c>name=value</c> lines.</summary>
internal sealed class LoadReport(SubmissionResult result, Journeys journeys, LedgerTotals ledger, TimeSpan posting, TimeSpan whole)
{
    private readonly IReadOnlyList<Journey> _owned = journeys.Owned();

    /// <summary>Notices that the applicants must have had.</summary>
    public static long NoticesDue(Journeys journeys) => journeys.Owned().Sum(journey => (long)journey.NoticesDue);

    /// <summary>What must add up.</summary>
    public IReadOnlyList<Check> Checks =>
    [
        new("Đã gửi = tiếp nhận + từ chối + chờ điều phối", result.Submitted, result.Accepted + result.Refused + result.Queued),
        new("Từ chối = cố ý sai", result.Refusals.Where(pair => pair.Key.Flawed).Sum(pair => pair.Value) + result.FlawsTaken.Values.Sum(), result.Refused),
        new("Mỗi hồ sơ một mã", result.Accepted + result.Queued, result.Codes.Count),
        new("Đã tiếp nhận = đến trạng thái cuối", result.Accepted, _owned.Count(journey => journey.IsFinal)),
        new("Mỗi hồ sơ được hệ thống một cửa lưu đúng một lần", result.Accepted, ledger.Stored),
        new("Hồ sơ bị lưu hai lần", 0, ledger.StoredTwice),
        new("Thông báo phải gửi = đã nhận ở nhà cung cấp", NoticesDue(journeys), ledger.Notices),
        new("Thông báo gửi hai lần", 0, ledger.NoticesTwice),
        new("Tệp tải về sai nội dung", 0, ledger.WrongFiles),
        new("Kết quả trả qua bưu chính = đơn bưu chính đã nhận", ParcelsDue, ledger.Parcels),
        new("Bưu gửi bị đặt hai lần", 0, ledger.ParcelsTwice),
        new("Bưu gửi đã phát", ParcelsDue, ledger.ParcelsDelivered),
    ];

    /// <summary>Parcels that the post must have been ordered to carry: the result of each dossier that asks for it, once.</summary>
    private long ParcelsDue => _owned.Count(journey => journey.ByPost && journey.HasResult);

    /// <summary>Whether everything adds up.</summary>
    public bool Holds => Checks.All(check => check.Holds);

    /// <summary>The figures by their names.</summary>
    public IReadOnlyDictionary<string, object> Figures => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["submitted"] = result.Submitted,
        ["accepted"] = result.Accepted,
        ["refused"] = result.Refused,
        ["queued"] = result.Queued,
        ["final"] = _owned.Count(journey => journey.IsFinal),
        ["notices_due"] = NoticesDue(journeys),
        ["notices_taken"] = ledger.Notices,
        ["stored"] = ledger.Stored,
        ["parcels_due"] = ParcelsDue,
        ["parcels_ordered"] = ledger.Parcels,
        ["parcels_delivered"] = ledger.ParcelsDelivered,
        ["post_retries"] = result.Retries,
        ["posts_per_second"] = Rounded(result.Submitted / Math.Max(0.001, posting.TotalSeconds)),
        ["post_p50_ms"] = Rounded(Percentile(0.50)),
        ["post_p99_ms"] = Rounded(Percentile(0.99)),
        ["seconds"] = Rounded(whole.TotalSeconds),
        ["dossiers_per_second"] = Rounded(_owned.Count(journey => journey.IsFinal) / Math.Max(0.001, whole.TotalSeconds)),
    };

    public void Show(IAnsiConsole console)
    {
        var checks = Tables.Of("Đối chiếu", "Phải là", "Thực tế", "");
        foreach (var check in Checks) checks.Row(check.Name, Tables.Number(check.Expected), Tables.Number(check.Actual), check.Holds ? "khớp" : "KHÔNG KHỚP");
        console.Write(checks);

        var states = Tables.Of("Trạng thái hiện tại", "Số hồ sơ");
        foreach (var group in _owned.GroupBy(journey => journey.State).OrderBy(group => group.Key))
        {
            states.Row(string.Create(CultureInfo.InvariantCulture, $"{(int)group.Key} {DossierStateNames.Of(group.Key)}"), Tables.Number(group.Count()));
        }

        console.Write(states);
        ShowRefusals(console);
        foreach (var (name, value) in Figures) console.Line(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
    }

    private void ShowRefusals(IAnsiConsole console)
    {
        if (result.Refusals.IsEmpty && result.FlawsTaken.IsEmpty) return;
        var table = Tables.Of("Bị từ chối vì", "Cố ý", "Số hồ sơ");
        foreach (var ((flawed, problem), count) in result.Refusals.OrderByDescending(pair => pair.Value)) table.Row(problem, flawed ? "có" : "KHÔNG", Tables.Number(count));
        foreach (var (flaw, count) in result.FlawsTaken) table.Row($"(không bị từ chối: {flaw})", "có", Tables.Number(count));
        console.Write(table);
    }

    private double Percentile(double share)
    {
        var sorted = result.Milliseconds.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    private static double Rounded(double value) => Math.Round(value, 1);
}
