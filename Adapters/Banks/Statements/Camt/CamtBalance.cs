namespace DichVuCong.Adapters.Banks.Statements.Camt;

/// <summary>Adds a statement up: its opening balance and its movements must make its closing balance, and its summary must count them.</summary>
internal sealed class CamtBalance(DateOnly day)
{
    private long? _opening;
    private long? _closing;
    private long? _entriesStated;
    private long _entries;
    // More entries than any file can hold do not fill it, so that a sum is wrong or right and never too large.
    private Int128 _sum;
    private long _closingLine;

    public void Add(StatementDirection direction, long amount)
    {
        _entries++;
        _sum += Signed(direction, amount);
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
                if (balance.Moment("Dt") is not { } date || DateOnly.FromDateTime(date) != day) throw balance.Wrong("Dt", RejectionRule.Date, $"The closing balance is of {day:yyyy-MM-dd}.");
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
        if (_opening.Value + _sum != _closing.Value)
        {
            throw new StatementRejectedException(_closingLine, "Bal", RejectionRule.Balance, "The opening balance and the entries do not make the closing balance.");
        }
    }

    private static long Signed(StatementDirection direction, long amount) => direction == StatementDirection.Credit ? amount : -amount;
}
