using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Accounts.Scopes;

/// <summary>The scope saga's data: one for each scope that we share with a system. It stays for ever, small: it is what tells an old copy from news.</summary>
public sealed record ScopeData
{
    /// <summary>The one-stop system.</summary>
    public required string System { get; init; }

    /// <summary>The officer's account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The procedure.</summary>
    public required ProcedureCode Procedure { get; init; }

    /// <summary>What is known.</summary>
    public ScopeRegister Register { get; init; } = ScopeRegister.Empty;

    /// <summary>How far the system is.</summary>
    public PushState State { get; init; }

    /// <summary>Its words, when it refused.</summary>
    public string? Reason { get; init; }

    /// <summary>How often it was told of this register.</summary>
    public int Tellings { get; init; }

    /// <summary>When the word of the withdrawal goes; null when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What is held, as it is sent.</summary>
    [JsonIgnore]
    public ScopeChange Change => new(Account, Procedure, Register);
}

/// <summary>How the scope saga's data is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(WholeSeconds)])]
[JsonSerializable(typeof(ScopeData))]
public sealed partial class ScopeDataJson : JsonSerializerContext;
