using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Statements.Camt;

/// <summary>Turns an entry into its lines: one for each transaction that it lists, or one for itself.</summary>
internal static class CamtEntry
{
    public static IEnumerable<StatementLine> Lines(CamtElement entry, string account, StatementFile file, CamtCodes codes, CamtBalance balance)
    {
        var (direction, amount) = (entry.Direction(), entry.Amount("Amt"));
        if (entry.Text("Sts") is { } status && status != "BOOK") throw entry.Wrong("Sts", RejectionRule.Value, "An entry of a statement is booked.");
        if (entry.Moment("BookgDt") is not { } booked) throw entry.Wrong("BookgDt", RejectionRule.Value, "It is missing.");
        if (DateOnly.FromDateTime(booked) != file.Day) throw entry.Wrong("BookgDt", RejectionRule.Date, $"It is {file.Day:yyyy-MM-dd}.");
        balance.Add(direction, amount);
        // The direction is that of the reversal itself: what it reverses went the other way.
        var isReversal = IsReversal(entry);
        var kind = KindOf(entry, isReversal ? direction.Opposite() : direction, codes);

        var line = new StatementLine
        {
            LineNumber = entry.Line,
            Kind = isReversal ? kind.Reversal() : kind,
            Direction = direction,
            Amount = new Vnd(amount),
            PartnerReference = entry.Text("AcctSvcrRef") ?? entry.Text("NtryRef") ?? "",
            BankDate = file.Day,
            Time = entry.HasTime("BookgDt") ? new DateTimeOffset(booked, VietnamTime.Offset) : null,
            Account = account,
            Status = entry.Text("Sts") ?? "",
        };
        var details = entry.All("NtryDtls", "TxDtls").ToList();
        if (details.Count == 0) return [Named(entry, line)];
        var lines = details.ConvertAll(detail => Of(entry, detail, line, details.Count));
        if (lines.Aggregate((Int128)0, (sum, each) => sum + each.Amount.Amount) != line.Amount.Amount) throw entry.Wrong("TxDtls", RejectionRule.Balance, "The transactions do not make the entry.");
        return lines;
    }

    private static StatementLine Of(CamtElement entry, CamtElement detail, StatementLine line, int count)
    {
        var amount = detail.Text("Amt") is not null ? detail.Amount("Amt")
            : detail.Text("AmtDtls", "TxAmt", "Amt") is not null ? detail.Amount("AmtDtls", "TxAmt", "Amt")
            : count == 1 ? line.Amount.Amount
            : throw entry.Wrong("Amt", RejectionRule.Value, "One of several transactions has no amount.");
        return Named(entry, line with
        {
            Amount = new Vnd(amount),
            OurReference = detail.Text("Refs", "EndToEndId") is { } reference && reference != "NOTPROVIDED" ? reference : null,
            PartnerReference = detail.Text("Refs", "AcctSvcrRef") ?? detail.Text("Refs", "TxId") ?? line.PartnerReference,
        });
    }

    private static StatementLine Named(CamtElement entry, StatementLine line) =>
        line.PartnerReference.Length > 0 ? line : throw entry.Wrong("AcctSvcrRef", RejectionRule.Value, "The entry has no reference.");

    private static bool IsReversal(CamtElement entry) => entry.Text("RvslInd") switch
    {
        null or "false" or "0" => false,
        "true" or "1" => true,
        _ => throw entry.Wrong("RvslInd", RejectionRule.Value, "It is true or false."),
    };

    private static StatementKind KindOf(CamtElement entry, StatementDirection direction, CamtCodes codes)
    {
        if (entry.Text("BkTxCd") is null && (direction == StatementDirection.Credit ? codes.CreditKind : codes.DebitKind) is { } agreed) return agreed;
        var code = entry.Text("BkTxCd", "Prtry", "Cd");
        foreach (var kind in codes.Kinds)
        {
            if (kind.Code == code && kind.Direction == direction) return kind.Kind;
        }

        throw entry.Wrong("BkTxCd", RejectionRule.Value, $"It is one of {string.Join(", ", codes.Kinds.Select(each => each.Code))}, each with its direction.");
    }
}
