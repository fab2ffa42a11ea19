using System.Globalization;
using DichVuCong.Cli.Load.Reporting;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using Spectre.Console;

namespace DichVuCong.Cli.Load.Payments;

/// <summary>What a load of payments came to beside its orders.</summary>
internal sealed record PaymentOutcome
{
    /// <summary>Obligations that were posted.</summary>
    public required int Submitted { get; init; }

    /// <summary>What was refused, with how often.</summary>
    public IReadOnlyDictionary<string, int> Refused { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The runs of the reconciliation, and whether each is as it must be.</summary>
    public IReadOnlyList<(string Run, bool IsRight)> Runs { get; init; } = [];

    /// <summary>How many ways of misbehaving the banks know; 0 when they behave.</summary>
    public int ModesKnown { get; init; }

    /// <summary>The ways in which they did, with how often.</summary>
    public IReadOnlyDictionary<string, long> Struck { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The files and runs that there must be.</summary>
    public int RunsDue { get; init; }

    /// <summary>What <c>dvc payments check</c> found.</summary>
    public int Breaches { get; init; }

    /// <summary>From the first obligation to the last payment that was recorded.</summary>
    public TimeSpan Whole { get; init; }
}

/// <summary>The account of a load of payments: a table that adds up, and <c>name=value</c> lines.</summary>
internal sealed class PaymentReport(IReadOnlyList<OrderAccount> orders, PaymentOutcome outcome)
{
    private int Lost => orders.Sum(order => order.Lost);

    private int Doubled => orders.Sum(order => order.Doubled);

    private int Shown => orders.Sum(order => order.Ours.Payments.Count());

    /// <summary>What must add up.</summary>
    public IReadOnlyList<Check> Checks =>
    [
        new("Nghĩa vụ đã gửi = đã tiếp nhận", outcome.Submitted, orders.Count),
        new("Mỗi khoản thu một mã", orders.Count, orders.Select(order => order.Stated.Reference).Distinct(StringComparer.Ordinal).Count()),
        new("Giao dịch ở ngân hàng = Cổng ghi nhận + đang tra soát", orders.Sum(order => order.Payments.Count()), Found),
        new("Giao dịch Cổng ghi nhận mà ngân hàng không có", 0, orders.Sum(order => order.Invented)),
        new("Tiền ở ngân hàng = Cổng đã thu − đã hoàn + đang tra soát", AtBanks, Collected + Open),
        new("Khoản thu lệch tiền mà không có tra soát", 0, orders.Count(order => order.AtBanks != order.Collected && !order.IsDiffering)),
        new("Ngân hàng đã thu mà khoản thu chưa xong", 0, orders.Count(order => order.IsStuck)),
        new("Trả hai lần mà tiền không hoàn, không tra soát", 0, orders.Count(order => order.IsDoublePaymentKept)),
        new("Hoàn hơn đã thu, ghi nhận hoặc báo hai lần", 0, Doubled),
        new("Hoàn tiền còn dở", 0, orders.Sum(order => order.Ours.Refunds.Count(refund => !refund.IsOver))),
        new("Bộ đã được báo mọi khoản đã thu của mình", Init(order => order.Ours.IsPaid), Init(order => order.Ministry?.PaidBy is not null)),
        new("Hai bên đã khớp mà tra soát từ tệp sai còn mở", 0, orders.Sum(order => order.FalseAlarms)),
        new("Kiểu lỗi của ngân hàng đã bật", outcome.ModesKnown, outcome.Struck.Count),
        new("Tệp và lần đối soát, từng đối tác và ngày", outcome.RunsDue, outcome.Runs.Count(run => run.IsRight)),
        new("Sai phạm trong sổ cái (dvc payments check)", 0, outcome.Breaches),
    ];

    /// <summary>Whether everything adds up.</summary>
    public bool Holds => Checks.All(check => check.Holds);

    /// <summary>The figures by their names.</summary>
    public IReadOnlyDictionary<string, object> Figures => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["obligations"] = orders.Count,
        ["orders"] = orders.Count,
        ["paid"] = orders.Count(order => order.Ours.IsPaid),
        ["payments_at_banks"] = orders.Sum(order => order.Payments.Count()),
        ["refunded"] = orders.Sum(order => order.Ours.Refunds.Count(refund => refund.State == "done")),
        ["refunds_rejected"] = orders.Sum(order => order.Ours.Refunds.Count(refund => refund.State == "rejected")),
        ["open_differences"] = orders.Sum(order => order.Inquiries.Count),
        ["money_collected"] = Collected,
        ["money_open"] = Open,
        ["money_at_banks"] = AtBanks,
        ["fault_modes"] = outcome.Struck.Count,
        ["faults_struck"] = outcome.Struck.Values.Sum(),
        ["lost"] = Lost,
        ["doubled"] = Doubled,
        ["seconds"] = Math.Round(outcome.Whole.TotalSeconds, 1),
        ["payments_per_second"] = Math.Round(Shown / Math.Max(0.001, outcome.Whole.TotalSeconds), 1),
    };

    private long AtBanks => orders.Sum(order => order.AtBanks);

    private long Collected => orders.Sum(order => order.Collected);

    /// <summary>What the banks have beyond our word, of orders that people have before them.</summary>
    private long Open => orders.Where(order => order.IsDiffering).Sum(order => order.AtBanks - order.Collected);

    private int Found => orders.Sum(order => order.Payments.Count() - order.Lost);

    public void Show(IAnsiConsole console)
    {
        var checks = Tables.Of("Đối chiếu", "Phải là", "Thực tế", "");
        foreach (var check in Checks) checks.Row(check.Name, Tables.Number(check.Expected), Tables.Number(check.Actual), check.Holds ? "khớp" : "KHÔNG KHỚP");
        console.Write(checks);

        var banks = Tables.Of("Ngân hàng", "Giao dịch", "Đã thu", "Đã hoàn cho người nộp", "Không tự báo được");
        foreach (var bank in orders.SelectMany(order => order.Banks).GroupBy(bank => bank.Bank, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var payments = bank.SelectMany(each => each.Order.Payments).ToList();
            banks.Row(
                bank.Key, Tables.Number(payments.Count), Money(payments.Sum(payment => payment.Amount)),
                Money(bank.SelectMany(each => each.Order.Refunds).Where(refund => refund.Stage == "done").Sum(refund => refund.Amount)),
                Tables.Number(payments.Count(payment => payment.Callback is "lost" or "givenUp")));
        }

        console.Write(banks);
        ShowStates(console);
        foreach (var (run, isRight) in outcome.Runs) console.Line($"Đối soát {run}: {(isRight ? "đúng" : "KHÔNG ĐẠT")}");
        if (outcome.Struck.Count > 0)
        {
            var struck = outcome.Struck.OrderBy(mode => mode.Key, StringComparer.Ordinal);
            console.Line($"Lỗi đã xảy ra: {string.Join(", ", struck.Select(mode => string.Create(CultureInfo.InvariantCulture, $"{mode.Key} {mode.Value}")))}");
        }

        foreach (var (name, value) in Figures) console.Line(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
    }

    private void ShowStates(IAnsiConsole console)
    {
        var states = Tables.Of("Trạng thái khoản thu", "Số khoản");
        foreach (var group in orders.GroupBy(order => order.Ours.State, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            states.Row(group.Key, Tables.Number(group.Count()));
        }

        console.Write(states);
        var kinds = orders.SelectMany(order => order.Inquiries).GroupBy(inquiry => inquiry.Kind, StringComparer.Ordinal).ToList();
        if (kinds.Count > 0)
        {
            var differences = Tables.Of("Đang tra soát", "Số sai lệch", "Ví dụ");
            foreach (var kind in kinds.OrderByDescending(group => group.Count())) differences.Row(kind.Key, Tables.Number(kind.Count()), kind.First().Difference);
            console.Write(differences);
        }

        if (outcome.Refused.Count > 0)
        {
            var refused = Tables.Of("Bị từ chối vì", "Số lần");
            foreach (var (why, count) in outcome.Refused) refused.Row(why, Tables.Number(count));
            console.Write(refused);
        }

        ShowWrong(console);
    }

    /// <summary>Where to look first when something does not add up.</summary>
    private void ShowWrong(IAnsiConsole console)
    {
        const int Most = 10;
        var wrong = orders.Where(order => order.Lost > 0 || order.Doubled > 0 || order.Invented > 0 || order.IsStuck || order.IsDoublePaymentKept
            || order.FalseAlarms > 0 || (order.AtBanks != order.Collected && !order.IsDiffering) || order.IsRefunding).ToList();
        if (wrong.Count == 0) return;
        var table = Tables.Of("Không khớp", "Trạng thái", "Cổng", "Ngân hàng", "Xem");
        foreach (var order in wrong.Take(Most))
        {
            table.Row(order.Stated.Reference, order.Ours.State, Money(order.Collected), Money(order.AtBanks), $"dvc payments order {order.Stated.Reference}");
        }

        console.Write(table);
    }

    private int Init(Func<OrderAccount, bool> condition) => orders.Count(order => order.Stated.MinistryReference is not null && condition(order));

    private static string Money(long amount) => new Vnd(amount).ToString();
}
