namespace DichVuCong.Registries.Operations.Work;

/// <summary>One thing that needs a human.</summary>
/// <param name="Id">Its identity: the kind and what it is about.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">What it is about: a dossier's code, a partner, a cause, a difference.</param>
/// <param name="Detail">More, without personal data: a cause, a state, a count. English where it is a code's name.</param>
/// <param name="Count">How many messages or calls it holds up; 1 for a dossier or a difference.</param>
/// <param name="Agency">The agency; null when it is of none, or not known.</param>
/// <param name="Since">Since when.</param>
/// <param name="Due">The deadline that counts; null when there is none.</param>
/// <param name="Latest">What was done about it last; null when nothing was.</param>
/// <param name="Assignee">Who has it; null for nobody.</param>
public sealed record WorkItem(
    string Id, WorkKind Kind, string Subject, string Detail, long Count, string? Agency, DateTimeOffset Since, DateTimeOffset? Due, WorkNote? Latest,
    string? Assignee)
{
    /// <summary>The kind of an identity, or null when it is none.</summary>
    public static WorkKind? KindOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Enum.TryParse<WorkKind>(id[..colon], ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(id[0])
            ? kind
            : null;
    }
}

/// <summary>How many things of a kind need a human.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">Since when the oldest does; null when there is none.</param>
public sealed record WorkCount(WorkKind Kind, long Count, DateTimeOffset? Oldest);
