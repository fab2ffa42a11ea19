using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>The two sides that set procedure scopes (A12.2).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ScopeSide>))]
public enum ScopeSide : byte
{
    /// <summary>The coordination system.</summary>
    Coordination = 1,

    /// <summary>The agency's one-stop system.</summary>
    OneStop = 2,
}

/// <summary>Which officer, and which procedure.</summary>
/// <param name="Account">The officer's account.</param>
/// <param name="Procedure">The procedure's national code.</param>
public readonly record struct ScopeKey(AccountId Account, ProcedureCode Procedure);

/// <summary>One side's last word on a scope.</summary>
/// <param name="At">When, by that side's logical clock: its own count in the version vector.</param>
/// <param name="Seen">The other side's last word that it knew of: the other count in the version vector.</param>
/// <param name="Granted">Whether the officer may receive the procedure, or else may not any more.</param>
/// <param name="By">The account that said it.</param>
public sealed record ScopeWord(LogicalTime At, LogicalTime Seen, bool Granted, string By);

/// <summary>
/// What is known of one scope: the last word of each side, and the last withdrawal of each. It is the whole register: one of these that is
/// lost, repeated or overtaken does no harm, and any later one makes up for it.
/// </summary>
/// <param name="Coordination">The coordination system's last word; null when it said nothing.</param>
/// <param name="OneStop">The one-stop system's last word; null when it said nothing.</param>
/// <param name="CoordinationWithdrew">The coordination system's last withdrawal.</param>
/// <param name="OneStopWithdrew">The one-stop system's last withdrawal.</param>
public sealed record ScopeRegister(ScopeWord? Coordination, ScopeWord? OneStop, LogicalTime CoordinationWithdrew, LogicalTime OneStopWithdrew)
{
    /// <summary>Nothing known.</summary>
    public static ScopeRegister Empty { get; } = new(Coordination: null, OneStop: null, LogicalTime.Never, LogicalTime.Never);
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

/// <summary>How scopes are written between the two sides.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScopeChange))]
[JsonSerializable(typeof(IReadOnlyList<ScopeChange>))]
public sealed partial class ScopeJson : JsonSerializerContext;
