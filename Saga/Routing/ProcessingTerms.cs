using System.Globalization;
using System.Text.Json.Serialization;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Routing;

/// <summary>The time that a procedure allows, or why none can be counted.</summary>
/// <param name="Term">The term; null for none.</param>
/// <param name="Cause">Why there is none; null when there is one.</param>
public readonly record struct TermAnswer(ProcessingTerm? Term, NoTermCause? Cause);

/// <summary>Why no deadline can be computed: it is flagged, and the agency's NgayHenTra is used (decisions, Counting time).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoTermCause>))]
public enum NoTermCause : byte
{
    /// <summary>The channel is not published for the procedure.</summary>
    [JsonStringEnumMemberName("channelNotPublished")]
    ChannelNotPublished = 1,

    /// <summary>The channel has no such case.</summary>
    [JsonStringEnumMemberName("unknownCase")]
    UnknownCase = 2,

    /// <summary>The channel has cases of different times and none was named.</summary>
    [JsonStringEnumMemberName("caseNotNamed")]
    CaseNotNamed = 3,

    /// <summary>The time was published without a unit, or makes no sense.</summary>
    [JsonStringEnumMemberName("notCountable")]
    NotCountable = 4,
}

/// <summary>Finds the term of a dossier (A16.3 d).</summary>
public static class ProcessingTerms
{
    /// <summary>The term of a procedure's channel and case.</summary>
    /// <param name="procedure">The procedure.</param>
    /// <param name="channel">How the dossier is filed.</param>
    /// <param name="number">The case, from 1; null when none was named, which is enough when all cases have the same time.</param>
    /// <param name="catalogueVersion">The version of the catalogue; recorded in <see cref="ProcessingTerm.Rule"/>.</param>
    public static TermAnswer TermFor(Procedure procedure, FilingChannel channel, int? number, int catalogueVersion)
    {
        var rows = procedure.Channels.Where(row => row.Channel == channel).ToList();
        if (rows.Count == 0) return new TermAnswer(null, NoTermCause.ChannelNotPublished);

        var meant = number is null ? rows : rows.FindAll(row => row.Case == number);
        if (meant.Count == 0) return new TermAnswer(null, NoTermCause.UnknownCase);
        if (meant.Exists(row => row.Term != meant[0].Term)) return new TermAnswer(null, NoTermCause.CaseNotNamed);
        if (meant[0].Term is not { } term) return new TermAnswer(null, NoTermCause.NotCountable);

        var rule = string.Create(
            CultureInfo.InvariantCulture, $"{procedure.Code}/{EnumWord<FilingChannel>.Of(channel)}/{meant[0].Case} of catalogue {catalogueVersion}");
        return new TermAnswer(new ProcessingTerm(term.Amount, term.Unit, rule), null);
    }
}
