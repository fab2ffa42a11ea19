namespace DichVuCong.Sandbox.Banks;

/// <summary>The banks and intermediaries by name.</summary>
internal sealed class BankDirectory(IEnumerable<IBank> banks)
{
    private readonly Dictionary<string, IBank> _banks = banks.ToDictionary(bank => bank.Name, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IEnumerable<IBank> All => _banks.Values;

    /// <summary>The bank of a name; null when there is none.</summary>
    public IBank? Find(string name) => _banks.GetValueOrDefault(name);
}
