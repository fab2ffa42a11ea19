using System.Globalization;
using System.Text;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Banks.Statements;

/// <summary>Makes a bank's statement of a day from its books, whenever it is asked for; the same books make the same bytes.</summary>
internal sealed class StatementDesk(BankBook book, BankDirectory banks, FaultBook faults)
{
    private const string ContractAccount = "0000000001";

    /// <summary>The movements of a bank on a day, by their numbers.</summary>
    public IReadOnlyList<StatementRow> RowsOf(string bank, DateOnly day)
    {
        var rows = new List<StatementRow>();
        foreach (var order in book.Orders.Where(order => order.Bank == bank))
        {
            var account = order.Account ?? "";
            rows.AddRange(order.Transactions.Where(each => each.IsPaid && each.Day == day)
                .Select(each => new StatementRow(RowKind.Payment, each.No, order.Reference, account, each.Amount, each.At)));
            rows.AddRange(order.Refunds.Where(each => each.Stage == RefundStage.Done && each.Day == day)
                .Select(each => new StatementRow(RowKind.Refund, each.No, order.Reference, account, each.Amount, each.EndsAt, !each.IsFull)));
        }

        rows.AddRange(book.Settlements.Where(each => each.Bank == bank && each.Day == day)
            .Select(each => new StatementRow(RowKind.Settlement, each.No, each.OrderedBy, each.Account, each.Amount, each.At)));
        return [.. rows.OrderBy(row => row.No.Length).ThenBy(row => row.No, StringComparer.Ordinal)];
    }

    /// <summary>The statement of a day.</summary>
    /// <param name="bank">The bank, one that there is.</param>
    /// <param name="day">The day.</param>
    /// <param name="family">The family, one that there is; null for the bank's own.</param>
    /// <param name="account">The account whose movements are wanted; null for those of all.</param>
    /// <returns>The statement; null when it is not there, on purpose.</returns>
    public StatementMade? Make(string bank, DateOnly day, string? family = null, string? account = null)
    {
        var key = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (Strikes(FaultKind.StatementMissing)) return null;
        var told = Strikes(FaultKind.StatementWrongDay) ? day.AddDays(-1) : day;
        var rows = RowsOf(bank, told).Where(row => account is null || row.Account == account).ToList();
        if (rows.Count > 0 && Strikes(FaultKind.StatementChanged)) rows[0] = rows[0] with { Amount = rows[0].Amount + 1 };
        if (rows.Count > 0 && Strikes(FaultKind.StatementLineLost)) rows.RemoveAt(rows.Count - 1);
        if (rows.Count > 0 && Strikes(FaultKind.StatementTwice)) rows.Insert(1, rows[0]);
        var (extension, write) = StatementWriters.Find(family ?? banks.Find(bank)!.StatementFamily)!.Value;
        var content = Encoding.UTF8.GetBytes(write(new StatementHead(bank, told, account ?? ContractAccount), rows));
        if (Strikes(FaultKind.StatementTruncated)) content = content[..(content.Length / 2)];
        if (Strikes(FaultKind.StatementSpoilt)) Spoil(content);
        return new StatementMade($"{bank}_{key}.{extension}", content);

        bool Strikes(FaultKind kind) => faults.Draw(Parties.Bank(bank), kind, key) is not null;
    }

    // Another digit in the middle: still a digit, so that nothing but a checksum or a sum tells.
    private static void Spoil(byte[] content)
    {
        for (var at = content.Length / 2; at < content.Length; at++)
        {
            if (!char.IsAsciiDigit((char)content[at])) continue;
            content[at] = (byte)(content[at] == '9' ? '0' : content[at] + 1);
            return;
        }
    }
}
