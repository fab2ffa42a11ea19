using System.CommandLine;
using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Payments.Ledger;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments check</c>: collected = settled + refunded + open differences + in clearing, per partner and day.</summary>
internal sealed class LedgerCheckCommand : DvcCommand
{
    private readonly Option<string?> _partner = PaymentParameters.Partner("Only this partner.");
    private readonly Option<DateOnly?> _from = Parameters.Day("--from", "Payments of this day or later.");
    private readonly Option<DateOnly?> _until = Parameters.Day("--until", "Payments of this day or before.");
    private readonly Option<bool> _all = new("--all") { Description = "List the days that agree too." };

    public LedgerCheckCommand(CliEnvironment environment)
        : base(environment, "check", "Check that money is conserved. Ends with 1 when it is not, naming partner and day.")
    {
        foreach (var option in new Option[] { _partner, _from, _until, _all }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var scope = new LedgerScope(arguments.GetValue(_partner), arguments.GetValue(_from), arguments.GetValue(_until));
        var report = await new LedgerCheck(work.Source).RunAsync(scope, cancellationToken);
        var all = arguments.GetValue(_all);
        return new Answer(
            new { report.Holds, report.Orders, report.Days, report.Breaches },
            console =>
            {
                ShowDays(console, [.. report.Days.Where(day => all || !day.Holds)]);
                ShowBreaches(console, report.Breaches);
                var wrong = report.Days.Where(day => !day.Holds).Select(day => $"{day.Partner} {PaymentWords.Day(day.Day)}").ToList();
                console.Line($"{report.Days.Count} ngày đối tác, {Tables.Number(report.Orders)} khoản thu.");
                console.Line(report.Holds
                    ? "Sổ cái cân: đã thu = đã quyết toán + đã hoàn + sai lệch đang mở + đang ở đối tác."
                    : $"Sổ cái KHÔNG cân: {(wrong.Count > 0 ? string.Join(", ", wrong) : "xem các sai phạm ở trên")}.");
            },
            report.Holds ? ExitCodes.Ok : ExitCodes.Problems);
    }

    private static void ShowDays(IAnsiConsole console, List<LedgerDay> days)
    {
        if (days.Count == 0) return;
        var table = Tables.Of("Đối tác", "Ngày", "Đã thu", "Đối tác báo", "Quyết toán", "Đã hoàn", "Sai lệch mở", "Ở đối tác", "Cân");
        foreach (var day in days)
        {
            table.Row(
                day.Partner, PaymentWords.Day(day.Day), day.Collected.ToString(), day.Registered.ToString(), day.Settled.ToString(), day.Refunded.ToString(),
                day.OpenDifferences.ToString(), day.InClearing.ToString(), day.Holds ? "có" : "KHÔNG");
        }

        console.Write(table);
    }

    private static void ShowBreaches(IAnsiConsole console, IReadOnlyList<LedgerBreach> breaches)
    {
        if (breaches.Count == 0) return;
        var table = Tables.Of("Sai phạm", "Khoản thu", "Đối tác", "Ngày", "Phải là", "Sổ cái có", "Chi tiết");
        foreach (var breach in breaches)
        {
            table.Row(
                PaymentWords.Of(breach.Kind), breach.Reference.Value, breach.Partner, PaymentWords.Day(breach.Day),
                breach.Expected.ToString(CultureInfo.InvariantCulture),
                breach.Found.ToString(CultureInfo.InvariantCulture), breach.Detail);
        }

        console.Write(table);
    }
}
