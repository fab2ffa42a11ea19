namespace DichVuCong.Registries.Operations.Parked;

/// <summary>Parked messages that have the same cause: the same error of the same type at the same place.</summary>
/// <param name="Cause">The cause's key, 32 hexadecimal digits.</param>
/// <param name="Where">The endpoint, or the partner.</param>
/// <param name="Type">The messages' type.</param>
/// <param name="Error">Why, what looks like personal data masked.</param>
/// <param name="IsCall">Whether they are calls to a partner.</param>
/// <param name="Count">How many.</param>
/// <param name="Waiting">How many messages wait behind them.</param>
/// <param name="Oldest">When the first of them was parked.</param>
/// <param name="Ordered">About how many of them something is ordered already.</param>
public sealed record ParkedCause(string Cause, string Where, string Type, string Error, bool IsCall, long Count, long Waiting, DateTimeOffset Oldest, long Ordered);

/// <summary>A parked message.</summary>
/// <param name="Id">The message.</param>
/// <param name="Scope">Where it is parked: the endpoint's number, or minus the line's.</param>
/// <param name="Cause">The key of its cause.</param>
/// <param name="Where">The endpoint, or the partner.</param>
/// <param name="Key">The key that waits behind it: a dossier's code, a payment's reference.</param>
/// <param name="Type">Its type.</param>
/// <param name="Error">Why, what looks like personal data masked.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="ParkedAt">Since when it waits.</param>
/// <param name="Waiting">How many messages wait behind it.</param>
/// <param name="IsOwn">Whether it is a message of our own, which may be edited: a partner's word is never altered.</param>
/// <param name="Agency">Whose it is; null for no agency's.</param>
/// <param name="OrderedAt">When something was last ordered about this parking; null for not yet.</param>
public sealed record ParkedRow(
    Guid Id, int Scope, string Cause, string Where, string Key, string Type, string Error, int Attempts, DateTimeOffset SentAt, DateTimeOffset ParkedAt,
    long Waiting, bool IsOwn, string? Agency, DateTimeOffset? OrderedAt)
{
    /// <summary>Whether it is a call to a partner.</summary>
    public bool IsCall => Scope < 0;
}

/// <summary>A message that waits behind a parked one.</summary>
/// <param name="Id">The message.</param>
/// <param name="Type">Its type.</param>
/// <param name="SentAt">When it was sent.</param>
public sealed record HeldRow(Guid Id, string Type, DateTimeOffset SentAt);

/// <summary>A clock of the saga that a parked message keeps from going on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Budget">How much time the law gives, in the unit of its rule; null when it has none.</param>
public sealed record HaltedClock(string Name, DateTimeOffset Due, long? Budget);

/// <summary>Everything about one parked message.</summary>
/// <param name="Row">The message.</param>
/// <param name="MaskedBody">Its body, personal data masked.</param>
/// <param name="Held">What waits behind it, the next first; at most 50.</param>
/// <param name="Clocks">The clocks that nobody heeds meanwhile.</param>
/// <param name="Deadline">The dossier's legal deadline; null when there is none.</param>
public sealed record ParkedDetail(ParkedRow Row, string MaskedBody, IReadOnlyList<HeldRow> Held, IReadOnlyList<HaltedClock> Clocks, DateTimeOffset? Deadline);

/// <summary>How far an approved order about a group is.</summary>
/// <param name="Total">How many messages.</param>
/// <param name="Waiting">How many are still where they were: their turn has not come.</param>
/// <param name="ParkedAgain">How many failed again and are parked anew.</param>
public sealed record ParkedProgress(long Total, long Waiting, long ParkedAgain)
{
    /// <summary>How many have gone on.</summary>
    public long Gone => Total - Waiting - ParkedAgain;

    /// <summary>Whether nothing moves any more.</summary>
    public bool IsOver => Waiting == 0;
}
