namespace DichVuCong.Runtime.Lanes;

/// <summary>How urgent a key's messages are; fixed with its flow when the key is born.</summary>
public enum Urgency
{
    /// <summary>Somebody waits in front of a screen.</summary>
    Urgent = 0,

    /// <summary>The ordinary case.</summary>
    Normal = 1,

    /// <summary>Synchronisations of many at once.</summary>
    Bulk = 2,
}

/// <summary>
/// The flow of a key: the source among which claims are fair, as a small number. A key has one flow for ever, so that its order holds.
/// </summary>
public static class Flow
{
    /// <summary>The flow of keys that belong to no agency or partner.</summary>
    public static int Shared { get; } = Of(0, Urgency.Normal);

    /// <summary>The flow of a source (an agency's or partner's number) and an urgency.</summary>
    public static int Of(int source, Urgency urgency) => (source * 3) + (int)urgency;
}
