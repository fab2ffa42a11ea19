using System.Globalization;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Banks.Ministries;

namespace DichVuCong.Sandbox.Banks.Control;

/// <summary>What the banks took, gave back, paid out, and were answered: what an independent checker reads. Counted when it is asked for.</summary>
internal sealed class PaymentLedger(BankBook book, BankDirectory banks, CallbackCounts counts, MinistryBook ministries)
{
    /// <summary>The sums of all banks, and of the ministries' systems.</summary>
    public object Sums()
    {
        var orders = book.Orders.ToList();
        var settlements = book.Settlements.ToList();
        var told = ministries.All.ToList();
        return new
        {
            banks = banks.All.ToDictionary(
                bank => bank.Name,
                bank => Of(bank.Name, [.. orders.Where(order => order.Bank == bank.Name)], [.. settlements.Where(each => each.Bank == bank.Name)]),
                StringComparer.Ordinal),
            ministries = new
            {
                payments = told.Count,
                asked = told.Sum(payment => payment.Asked ?? 0),
                paid = told.Sum(payment => payment.Paid),
                paidTwice = told.Count(payment => payment.Payments.Count > 1),
                callbacks = told.Sum(payment => payment.Callbacks),
                refused = told.Sum(payment => payment.Refused),
            },
            forgotten = book.Forgotten,
        };
    }

    /// <summary>An order as the ledger shows it: nobody's name and no account of a payer is in it.</summary>
    public static object Row(BankOrderRecord order) => new
    {
        order.Sequence,
        order.Reference,
        order.Amount,
        order.Account,
        order.CreatedAt,
        order.ExpiresAt,
        payer = order.Choice,
        order.HasActed,
        order.Questions,
        transactions = order.Transactions,
        refunds = order.Refunds,
    };

    private object Of(string bank, List<BankOrderRecord> orders, List<BankSettlement> settlements)
    {
        var transactions = orders.SelectMany(order => order.Transactions).ToList();
        var paid = transactions.Where(transaction => transaction.IsPaid).ToList();
        var refunds = orders.SelectMany(order => order.Refunds).ToList();
        return new
        {
            orders = orders.Count,
            paidOrders = orders.Count(order => order.Paid is not null),
            paidTwice = orders.Count(order => order.Transactions.Count(transaction => transaction.IsPaid) > 1),
            payments = paid.Count,
            collected = paid.Sum(transaction => transaction.Amount),
            failedAttempts = transactions.Count - paid.Count,
            refunds = Enum.GetValues<RefundStage>().ToDictionary(Name, stage => Sum(refunds.Where(refund => refund.Stage == stage)), StringComparer.Ordinal),
            refundedMoreThanPaid = orders.Count(order => order.Transactions.Any(each => each.IsPaid && order.RefundedOf(each.No) > each.Amount)),
            settlements = settlements.Count,
            settled = settlements.Sum(settlement => settlement.Amount),
            callbacks = Enum.GetValues<CallbackStage>().ToDictionary(Name, stage => transactions.Count(each => each.Callback == stage), StringComparer.Ordinal),
            answers = counts.Of(bank),
            questions = orders.Sum(order => order.Questions),
            days = Days(paid, refunds, settlements),
        };
    }

    private static IEnumerable<object> Days(List<BankTransaction> paid, List<BankRefund> refunds, List<BankSettlement> settlements)
    {
        var done = refunds.Where(refund => refund.Stage == RefundStage.Done).ToList();
        var days = paid.Select(each => each.Day).Concat(done.Select(each => each.Day)).Concat(settlements.Select(each => each.Day));
        return days.Distinct().Order().Select(day => new
        {
            day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            collected = paid.Where(each => each.Day == day).Sum(each => each.Amount),
            refunded = done.Where(each => each.Day == day).Sum(each => each.Amount),
            settled = settlements.Where(each => each.Day == day).Sum(each => each.Amount),
        });
    }

    private static object Sum(IEnumerable<BankRefund> refunds)
    {
        var all = refunds.ToList();
        return new { count = all.Count, amount = all.Sum(refund => refund.Amount) };
    }

    private static string Name<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
