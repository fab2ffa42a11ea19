using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>How scopes are written between the two sides.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScopeChange))]
[JsonSerializable(typeof(IReadOnlyList<ScopeChange>))]
[JsonSerializable(typeof(IReadOnlyList<ScopeWord>))]
public sealed partial class ScopeJson : JsonSerializerContext;
