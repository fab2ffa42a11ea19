using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Registries.Accounts.Scopes;

namespace DichVuCong.Gateway.Accounts.Scopes;

/// <summary>What <c>POST /v1/scope-changes</c> carries.</summary>
internal sealed record ScopeChanges
{
    /// <summary>The scopes, each with the whole of what the system knows of it; 1 to 100.</summary>
    public IReadOnlyList<ScopeChange?>? Changes { get; init; }
}

/// <summary>What it is answered with.</summary>
/// <param name="Taken">How many were taken up: all of them.</param>
internal sealed record ScopesTaken(int Taken);

/// <summary>What <c>PUT /v1/accounts/{id}/scopes/{procedure}</c> carries.</summary>
internal sealed record ScopeSetting
{
    /// <summary>The one-stop system on which the procedure is received; may be left out where the officer's posts name one only.</summary>
    public string? System { get; init; }

    /// <summary>Whether the officer may receive the procedure.</summary>
    public bool? Granted { get; init; }

    /// <summary>The account that says so.</summary>
    public string? By { get; init; }
}

/// <summary>What <c>POST /v1/account-comparisons</c> carries.</summary>
internal sealed record ComparisonOrder
{
    /// <summary>The agency.</summary>
    public string? Agency { get; init; }

    /// <summary>The system; a one-stop system need not name itself.</summary>
    public string? System { get; init; }
}

/// <summary>A scope, as callers see it.</summary>
internal sealed record ScopeView(
    string System, AccountId Account, ProcedureCode Procedure, bool Granted, bool Conflict, ScopeRegister Register, PushState State, string? Reason, DateTimeOffset At)
{
    public static ScopeView Of(ScopeRow row) =>
        new(row.System, row.Change.Account, row.Change.Procedure, row.Granted, row.Conflict, row.Change.Register, row.State, row.Reason, VietnamTime.Local(row.At));
}

/// <summary>Some scopes.</summary>
/// <param name="Scopes">The scopes.</param>
/// <param name="Next">Where to go on; null where all are there.</param>
internal sealed record ScopeList(IReadOnlyList<ScopeView> Scopes, string? Next);

/// <summary>The comparisons of agencies.</summary>
internal sealed record ComparisonList(IReadOnlyList<ComparisonView> Comparisons);

/// <summary>The last comparison of an agency.</summary>
internal sealed record ComparisonView(
    string System, AgencyCode Agency, int Run, ComparisonState State, string? Ours, string? Theirs, int Differing, long Found, DateTimeOffset At)
{
    public static ComparisonView Of(ComparisonRow row) =>
        new(row.System, row.Agency, row.Run, row.State, row.Ours, row.Theirs, row.Differing, row.Found, VietnamTime.Local(row.At));
}

/// <summary>How the calls about scopes are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScopeChanges))]
[JsonSerializable(typeof(ScopesTaken))]
[JsonSerializable(typeof(ScopeSetting))]
[JsonSerializable(typeof(ComparisonOrder))]
[JsonSerializable(typeof(ScopeList))]
[JsonSerializable(typeof(ComparisonList))]
internal sealed partial class ScopeBodyJson : JsonSerializerContext;
