using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>Something noticed about one record while the catalogue was read. Nothing is repaired without one.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Line">The line, from 1; 0 when it is about the file as a whole.</param>
/// <param name="Record">The record's key; empty when it could not be read.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">A stable code, such as <c>term-without-unit</c>.</param>
/// <param name="Message">What is wrong and what was done, in English.</param>
public sealed record CatalogueFinding(string File, int Line, string Record, FindingSeverity Severity, string Code, string Message);

/// <summary>How bad a finding is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))]
public enum FindingSeverity : byte
{
    /// <summary>Repaired by a rule, or merely unusual.</summary>
    [JsonStringEnumMemberName("info")]
    Info = 1,

    /// <summary>Kept as it is; something is missing or doubtful.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning = 2,

    /// <summary>Left out, or kept without what cannot be used.</summary>
    [JsonStringEnumMemberName("error")]
    Error = 3,
}
