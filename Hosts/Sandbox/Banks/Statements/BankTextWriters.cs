using System.Globalization;
using System.Text;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Statements;

/// <summary>The statements that are lines with a separator: MB's and OCB's style, VNPAY's session, and the portal's type 1 (A8, A1, 5.10).</summary>
internal static class BankTextWriters
{
    /// <summary>DEVELOPMENT ONLY: the key of the checksums in OCB's style.</summary>
    public const string OcbKey = "OCB-TEST";

    /// <summary>
    /// MB's style: CR LF; MD5 of the values without a separator at the end of each line; a footer type|count|creator|time|MD5(time + count).
    /// The separator and the words for types are not documented.
    /// </summary>
    public static string Mb(StatementHead head, IReadOnlyList<StatementRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            string[] values =
            [
                "DR", "00", "VND", "PAY", Text(row.Amount), "0", row.Reference ?? "", BankClock.Write(row.At), "ONLINE", row.No, row.No,
                "00", "", row.Account, "",
                row.Kind switch { RowKind.Payment => "PAY", RowKind.Refund => "REFUND", _ => "SETTLE" },
            ];
            text.Append(string.Join('|', values)).Append('|').Append(Digests.Md5(string.Concat(values))).Append("\r\n");
        }

        var made = BankClock.Write(head.MadeAt);
        return text.Append(CultureInfo.InvariantCulture, $"TR|{rows.Count}|{head.Bank}|{made}|{Digests.Md5(made + Text(rows.Count))}\r\n").ToString();
    }

    /// <summary>OCB's style: payments only, by the day; MD5(line + key) at the end of each line, and no trailer.</summary>
    public static string Ocb(StatementHead head, IReadOnlyList<StatementRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Where(row => row.IsCredit))
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{row.Reference},{row.No},FT{row.No},{head.Day:dd/MM/yyyy},{row.Amount},VND,00");
            text.Append(line).Append(',').Append(Digests.Md5(line + OcbKey)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>VNPAY's session of the day; amounts times 100; payments and refunds, since it pays out in one sum.</summary>
    public static string Vnpay(StatementHead head, IReadOnlyList<StatementRow> rows)
    {
        var text = new StringBuilder(
            "vnp_TmnCode,vnp_TxnRef,vnp_TransactionNo,vnp_Amount,vnp_BankCode,vnp_PayDate,vnp_TransactionType,vnp_TransactionStatus\n");
        foreach (var row in rows.Where(row => row.Kind != RowKind.Settlement))
        {
            var type = row.IsCredit ? "01" : row.IsPartial ? "03" : "02";
            var paidAt = BankClock.Write(row.At);
            text.Append(CultureInfo.InvariantCulture, $"{BankNames.VnpayTerminal},{row.Reference},{row.No},{row.Amount}00,NCB,{paidAt},{type},00\n");
        }

        return text.ToString();
    }

    /// <summary>Type 1 of the payment system of 2026: lines with pipes and a trailer, all of it in Base64. The columns are not public.</summary>
    public static string Portal(StatementHead head, IReadOnlyList<StatementRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var kind = row.Kind switch { RowKind.Payment => "THANHTOAN", RowKind.Refund => "HOANTRA", _ => "QUYETTOAN" };
            text.Append(CultureInfo.InvariantCulture, $"1|{row.No}|{row.Reference}|{row.Amount}|VND|{BankClock.Write(row.At)}|{row.Account}|{kind}|SUCCESS\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"9|{rows.Count}\n");
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
