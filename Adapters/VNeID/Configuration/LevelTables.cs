using DichVuCong.Contracts.Identity;

namespace DichVuCong.Adapters.VNeID.Configuration;

/// <summary>
/// What a source's words about levels and kinds mean (D5: how <c>accountLevel</c>, <c>IAL</c> and <c>loAs</c> map is not documented, so the tables
/// are settings). A word that no table has is unknown, never a guess.
/// </summary>
public sealed record LevelTables
{
    /// <summary>The level of the account, by the source's word. Default: the bare numbers.</summary>
    public IReadOnlyDictionary<string, int> Account { get; init; } = Words(("1", 1), ("01", 1), ("2", 2), ("02", 2));

    /// <summary>The level of the authentication, by the source's word. Default: the bare numbers and <c>LoA1</c> to <c>LoA4</c>.</summary>
    public IReadOnlyDictionary<string, int> Authentication { get; init; } =
        Words(("1", 1), ("2", 2), ("3", 3), ("4", 4), ("LoA1", 1), ("LoA2", 2), ("LoA3", 3), ("LoA4", 4));

    /// <summary>Whose account it is, by the source's word: 1 a person, 2 an enterprise, 3 an organisation (D3). Default: those.</summary>
    public IReadOnlyDictionary<string, int> Kinds { get; init; } = Words(("1", 1), ("2", 2), ("3", 3));

    /// <summary>The level of the account.</summary>
    public AccountLevel AccountOf(string? word) => (AccountLevel)Of(Account, word);

    /// <summary>The level of the authentication.</summary>
    public AuthenticationLevel AuthenticationOf(string? word) => (AuthenticationLevel)Of(Authentication, word);

    /// <summary>Whose account it is; null for a word that no table has.</summary>
    public IdentityKind? KindOf(string? word) => Of(Kinds, word) is > 0 and var kind ? (IdentityKind)kind : null;

    /// <summary>What is wrong with them, each naming its field; empty when nothing is.</summary>
    internal IEnumerable<string> Validate()
    {
        if (Account.Values.Any(level => level is < 1 or > 2)) yield return "Levels:Account leads to 1 or 2.";
        if (Authentication.Values.Any(level => level is < 1 or > 4)) yield return "Levels:Authentication leads to 1, 2, 3 or 4.";
        if (Kinds.Values.Any(kind => kind is < 1 or > 3)) yield return "Levels:Kinds leads to 1, 2 or 3.";
    }

    private static int Of(IReadOnlyDictionary<string, int> table, string? word)
    {
        if (word?.Trim() is not { Length: > 0 } said) return 0;
        foreach (var (key, level) in table)
        {
            if (string.Equals(key, said, StringComparison.OrdinalIgnoreCase)) return level;
        }

        return 0;
    }

    private static Dictionary<string, int> Words(params (string Word, int Level)[] rows) =>
        rows.ToDictionary(row => row.Word, row => row.Level, StringComparer.OrdinalIgnoreCase);
}
