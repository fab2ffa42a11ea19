namespace DichVuCong.Saga.Reconciliation;

/// <summary>The totals of one class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Ledger">Our rows in it.</param>
/// <param name="Statement">The bank's rows in it.</param>
public sealed record ClassTotal(ResultClass Class, Tally Ledger, Tally Statement);

/// <summary>The totals of a run. It exists only when it ties out: on each side the classes hold exactly the rows that were given.</summary>
public sealed record ReconciliationResult
{
    /// <summary>Adds the classes up against what was given.</summary>
    /// <exception cref="InvalidOperationException">A side does not tie out: a row was lost or counted twice, and the run must not be used.</exception>
    internal ReconciliationResult(Tally ledger, Tally statement, ClassTotals totals)
    {
        (Ledger, Statement) = (ledger, statement);
        Classes = [.. Enum.GetValues<ResultClass>().Select(each => new ClassTotal(each, totals.Of(each, RowSide.Ledger), totals.Of(each, RowSide.Statement)))];
        Prove(RowSide.Ledger, ledger, Classes.Select(total => total.Ledger));
        Prove(RowSide.Statement, statement, Classes.Select(total => total.Statement));
    }

    /// <summary>Our rows as they were given.</summary>
    public Tally Ledger { get; }

    /// <summary>The bank's rows as they were given.</summary>
    public Tally Statement { get; }

    /// <summary>Every class, those without rows included.</summary>
    public IReadOnlyList<ClassTotal> Classes { get; }

    /// <summary>The totals of a class.</summary>
    public ClassTotal Of(ResultClass wanted) => Classes.Single(total => total.Class == wanted);

    private static void Prove(RowSide side, Tally given, IEnumerable<Tally> classes)
    {
        var found = classes.Aggregate(default(Tally), (sum, tally) => sum + tally);
        if (found != given) throw new InvalidOperationException($"The {side} side does not tie out: {given} was given, the classes hold {found}.");
    }
}
