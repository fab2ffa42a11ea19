namespace DichVuCong.Adapters.Banks.Statements.Camt;

/// <summary>Adds a statement up: its opening balance and its movements must make its closing balance, and its summary must count them.</summary>
internal sealed class CamtBalance
{
    private long? _opening;
    private long? _closing;
    private long? _entriesStated;
    private long _entries;
    private long _sum;
    private long _closingLine;

    public void Add(StatementDirection direction, long amount)
    {
        _entries++;
        _sum = checked(_sum + Signed(direction, amount));
    }

    public void ReadBalance(CamtElement balance)
    {
        var amount = Signed(balance.Direction(), balance.Amount("Amt"));
        switch (balance.Text("Tp", "CdOrPrtry", "Cd"))
        {
            case "OPBD" or "PRCD":
                _opening = amount;
                break;
            case "CLBD":
                (_closing, _closingLine) = (amount, balance.Line);
                break;
        }
    }

    public void ReadSummary(CamtElement summary)
    {
        if (summary.Text("TtlNtries", "NbOfNtries") is { } text) _entriesStated = long.TryParse(text, out var stated) ? stated : -1;
    }

    public void Prove()
    {
        if (_opening is null || _closing is null) throw new StatementRejectedException(_closingLine, "Bal", RejectionRule.Balance, "The opening or the closing balance is missing.");
        if (_entriesStated is { } stated && stated != _entries) throw new StatementRejectedException(_closingLine, "NbOfNtries", RejectionRule.Count, $"There are {_entries} entries.");
        if (checked(_opening.Value + _sum) != _closing.Value)
        {
            throw new StatementRejectedException(_closingLine, "Bal", RejectionRule.Balance, "The opening balance and the entries do not make the closing balance.");
        }
    }

    private static long Signed(StatementDirection direction, long amount) => direction == StatementDirection.Credit ? amount : -amount;
}
