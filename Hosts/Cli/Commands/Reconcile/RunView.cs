using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Reconciliation.Reports;
using DichVuCong.Registries.Reconciliation;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Reconcile;

/// <summary>How runs look on a terminal and as JSON.</summary>
internal static class RunView
{
    /// <summary>A day as operators read it.</summary>
    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? Tables.Nothing;

    /// <summary>What a run was matched from was let go: it can only be shown.</summary>
    public static CliProblemException PastKeeping(RunRow run) => CliProblemException.Refused(
        $"{run.Name} đã đối soát {Tables.Time(run.CompletedAt)}; dữ liệu đầu vào đã hết hạn lưu (Retention:RunInputDays). "
        + $"Xem kết quả: dvc reconcile show --partner {run.Partner} --date {run.Day:yyyy-MM-dd}.");

    /// <summary>A run as JSON.</summary>
    public static object ModelOf(RunRow run) => new
    {
        run = run.Name,
        run.Partner,
        run.Day,
        run.Number,
        run.File,
        run.AsOf,
        completed = run.IsCompleted,
        run.BegunAt,
        run.BegunBy,
        run.CompletedAt,
        run.Digest,
        run.Opened,
        run.Resolved,
        run.Carried,
        run.Confirmed,
        run.Settled,
    };

    /// <summary>Totals as JSON.</summary>
    public static IEnumerable<object> ModelOf(IEnumerable<RunTotal> totals) => totals.Select(total => new
    {
        @class = total.Class,
        name = ReportWords.ClassOf(total.Class),
        total.LedgerCount,
        total.LedgerAmount,
        total.StatementCount,
        total.StatementAmount,
    });

    /// <summary>Prints the tie-out.</summary>
    public static void Show(IAnsiConsole console, RunRow run, IReadOnlyList<RunTotal> totals)
    {
        var table = Tables.Of("Kết quả", "Hệ thống", "Số tiền", "Ngân hàng", "Số tiền");
        foreach (var total in totals.Where(total => total.Class != 0).Concat(totals.Where(total => total.Class == 0)))
        {
            table.Row(
                total.Class == 0 ? "Cộng = đầu vào" : ReportWords.ClassOf(total.Class),
                Tables.Number(total.LedgerCount), new Vnd(total.LedgerAmount).ToString(),
                Tables.Number(total.StatementCount), new Vnd(total.StatementAmount).ToString());
        }

        console.Write(table);
        console.Line(
            $"Tra soát: mở {run.Opened}, chuyển ngày {run.Carried}, tự đóng {run.Resolved}. Ghi nhận thanh toán {run.Confirmed}, quyết toán {run.Settled}.");
        console.Line($"Dấu kết quả {run.Digest}.");
    }
}
