using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Dossiers;

/// <summary>The units of processing terms.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TermUnit>))]
public enum TermUnit : byte
{
    /// <summary>Giờ; the amount is in minutes.</summary>
    [JsonStringEnumMemberName("workingMinutes")]
    WorkingMinutes = 1,

    /// <summary>Ngày làm việc.</summary>
    [JsonStringEnumMemberName("workingDays")]
    WorkingDays = 2,

    /// <summary>Ngày.</summary>
    [JsonStringEnumMemberName("calendarDays")]
    CalendarDays = 3,

    /// <summary>Tháng.</summary>
    [JsonStringEnumMemberName("months")]
    Months = 4,
}

/// <summary>The time a procedure allows for a dossier (A16.3 d).</summary>
/// <param name="Amount">How many units; 0 means within the day.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Rule">
/// Where it comes from: procedure, channel and case of the catalogue (<c>1.001193/online/1</c>) and the catalogue's version, so that a
/// deadline can always be explained.
/// </param>
public sealed record ProcessingTerm(long Amount, TermUnit Unit, string Rule);
