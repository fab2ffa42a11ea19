using System.Globalization;
using DichVuCong.Cli.Running;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Payments;
using Spectre.Console;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>An order on a terminal.</summary>
internal static class OrderView
{
    public static void Show(IAnsiConsole console, OrderFile file)
    {
        ShowRow(console, file.Details);
        var timeline = Tables.Of("Lúc", "Việc", "Nội dung", "Bởi");
        foreach (var moment in OrderTimeline.Of(file)) timeline.Row(Tables.Time(moment.At), moment.What, moment.Detail, moment.By);
        console.Write(timeline);
        ShowTransactions(console, file.Details);
        ShowRefunds(console, file.Details);
        ShowLedger(console, file);
    }

    private static void ShowRow(IAnsiConsole console, OrderDetails details)
    {
        var order = details.Order;
        console.Line($"{order.Reference}  {PaymentWords.Of(order.State)} từ {Tables.Time(order.Since)}");
        console.Line($"Nghĩa vụ {order.Obligation}, cơ quan {order.Agency}, hồ sơ {order.Dossier?.Value ?? Tables.Nothing}");
        console.Line($"Phải trả {order.Amount} trước {Tables.Time(order.ExpiresAt)} vào {order.Beneficiary.Key} ({order.Beneficiary.Name})");
        console.Line($"Đã thu {order.Collected}, đã hoàn {order.Refunded}, đang hoàn {order.Refunding}, đã quyết toán {order.Settled}");
        if (order.ConfirmTo is not null) console.Line($"Báo cho {order.ConfirmTo}: {(order.Confirmed is { } state ? PaymentWords.Of(state) : "chưa nhận")}");
        if (details.Receipt is { } receipt)
            console.Line($"Biên lai {receipt.Series} số {receipt.Number} ngày {PaymentWords.Day(receipt.IssuedOn)} {receipt.Url}");
        foreach (var line in details.Lines) console.Line($"  {line.Code} {line.Name}: {line.Amount}");
    }

    private static void ShowTransactions(IAnsiConsole console, OrderDetails details)
    {
        if (details.Transactions.Count == 0) return;
        var table = Tables.Of("Đối tác", "Giao dịch", "Kết quả", "Số tiền", "Lúc", "Ngày đối soát", "Biết qua");
        foreach (var row in details.Transactions)
        {
            table.Row(
                row.Partner, row.IsClaimed ? $"{row.TransactionNo} (trùng)" : row.TransactionNo, PaymentWords.Of(row.Result), row.Amount.ToString(),
                Tables.Time(row.PaidAt),
                PaymentWords.Day(row.Day), PaymentWords.Of(row.Source));
        }

        console.Write(table);
    }

    private static void ShowRefunds(IAnsiConsole console, OrderDetails details)
    {
        if (details.Refunds.Count == 0) return;
        var table = Tables.Of("Hoàn tiền", "Giao dịch", "Số tiền", "Vì", "Tình trạng", "Từ lúc", "Quyết định", "Lý do từ chối");
        foreach (var row in details.Refunds)
        {
            table.Row(
                row.Number.ToString(CultureInfo.InvariantCulture), $"{row.Partner} {row.TransactionNo}", row.Amount.ToString(), PaymentWords.Of(row.Cause),
                PaymentWords.Of(row.State),
                Tables.Time(row.Since), row.DecisionNumber, row.Reason);
        }

        console.Write(table);
    }

    private static void ShowLedger(IAnsiConsole console, OrderFile file)
    {
        if (file.Ledger.Count == 0) return;
        var table = Tables.Of("Bút toán", "Loại", "Từ", "Đến", "Số tiền", "Đối tác", "Ngày");
        foreach (var entry in file.Ledger)
        {
            table.Row(
                entry.Entry.ToString(CultureInfo.InvariantCulture), PaymentWords.Of(entry.Kind), entry.From, entry.To, entry.Amount.ToString(), entry.Partner,
                PaymentWords.Day(entry.Day));
        }

        console.Write(table);
    }
}
