using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>Which officer, and which procedure.</summary>
/// <param name="Account">The officer's account.</param>
/// <param name="Procedure">The procedure's national code.</param>
public readonly record struct ScopeKey(AccountId Account, ProcedureCode Procedure);

/// <summary>A word on a scope.</summary>
/// <param name="Life">Which copy of which side said it.</param>
/// <param name="At">When, by that side's logical clock. No copy says two things of one scope at one instant.</param>
/// <param name="Seen">What of this scope its speaker knew.</param>
/// <param name="Granted">Whether the officer may receive the procedure, or else may not any more.</param>
/// <param name="By">The account that said it.</param>
public sealed record ScopeWord(ScopeLife Life, LogicalTime At, ScopeVector Seen, bool Granted, string By);

/// <summary>
/// What is known of one scope. It is the whole register: one of these that is lost, repeated or overtaken does no harm, and any later one makes
/// up for it.
/// </summary>
/// <param name="Words">The words that no later word knew of: one as a rule, several where both sides spoke at once; by their lives.</param>
/// <param name="Withdrew">Of each life the last withdrawal. It outlives the word, and is kept for ever.</param>
/// <param name="Known">Every word that went into this register, those that are gone with it. Kept for ever: it tells an old copy from news.</param>
public sealed record ScopeRegister(IReadOnlyList<ScopeWord> Words, ScopeVector Withdrew, ScopeVector Known)
{
    /// <summary>Nothing known.</summary>
    public static ScopeRegister Empty { get; } = new([], ScopeVector.Empty, ScopeVector.Empty);

    /// <inheritdoc/>
    public bool Equals(ScopeRegister? other) =>
        other is not null && Known.Equals(other.Known) && Withdrew.Equals(other.Withdrew) && Words.SequenceEqual(other.Words);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Known, Withdrew, Words.Count);
}

/// <summary>A scope and what the sender knows of it: what both sides send each other.</summary>
/// <param name="Account">The officer's account.</param>
/// <param name="Procedure">The procedure's national code.</param>
/// <param name="Register">What the sender knows.</param>
public sealed record ScopeChange(AccountId Account, ProcedureCode Procedure, ScopeRegister Register)
{
    /// <summary>Which scope.</summary>
    [JsonIgnore]
    public ScopeKey Key => new(Account, Procedure);
}
