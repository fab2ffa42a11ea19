namespace DichVuCong.Adapters.Banks.Statements;

/// <summary>A family of reconciliation files.</summary>
public interface IStatementFamily
{
    /// <summary>Its name, as it stands in a partner's settings.</summary>
    string Name { get; }

    /// <summary>Whether a file shows by itself that its last line is the last; of any other the bank must announce the size.</summary>
    bool ShowsItsEnd { get; }

    /// <summary>Reads and checks a file line by line; nothing it gives may be used before its end is reached.</summary>
    /// <exception cref="StatementRejectedException">The file breaks a rule.</exception>
    IEnumerable<StatementLine> Read(Stream content, StatementFile file);

    /// <summary>Writes a file of the family: for simulators, and for banks that take one from us.</summary>
    void Write(Stream to, StatementFile file, IEnumerable<StatementLine> lines);
}
