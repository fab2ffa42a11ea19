using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>How the messages of scopes and comparisons are written on the bus. None of them carries personal data.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CompareAgency))]
[JsonSerializable(typeof(CompareDigests))]
[JsonSerializable(typeof(ComparisonRefused))]
[JsonSerializable(typeof(DigestsCompared))]
[JsonSerializable(typeof(DriftFound))]
[JsonSerializable(typeof(HearScope))]
[JsonSerializable(typeof(PushScope))]
[JsonSerializable(typeof(ScopeChanged))]
[JsonSerializable(typeof(ScopeConflictFound))]
[JsonSerializable(typeof(ScopePushRefused))]
[JsonSerializable(typeof(ScopePushed))]
[JsonSerializable(typeof(ScopeRefusedBySystem))]
[JsonSerializable(typeof(SetScope))]
[JsonSerializable(typeof(StrayOfficerFound))]
[JsonSerializable(typeof(TellScopeAgain))]
[JsonSerializable(typeof(TellSystemAgain))]
[JsonSerializable(typeof(UpdateComparisonRow))]
[JsonSerializable(typeof(UpdateScopeRow))]
[JsonSerializable(typeof(WatchDrift))]
public sealed partial class ScopeMessageJson : JsonSerializerContext;
