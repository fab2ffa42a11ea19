namespace DichVuCong.Payments.Desk;

/// <summary>By what kind of rule the desk refuses.</summary>
public enum DeskRule
{
    /// <summary>There is no such thing.</summary>
    NotFound = 1,

    /// <summary>A value is missing, too long, or cannot be read as what it must be.</summary>
    Invalid,

    /// <summary>Several things are meant, and one must be named.</summary>
    Ambiguous,

    /// <summary>Where it stands now does not allow it.</summary>
    WrongState,

    /// <summary>The person's account cannot be compared with others, so nothing can be signed with it.</summary>
    NotNamed,

    /// <summary>A second person is needed.</summary>
    SecondPerson,

    /// <summary>A rule of the money refuses it.</summary>
    NotAllowed,

    /// <summary>Somebody else does it at this moment.</summary>
    Busy,
}

/// <summary>The desk refuses an order: nothing was done. The message tells an operator which field and which rule; no personal data.</summary>
/// <param name="rule">By what kind of rule.</param>
/// <param name="field">Which field of the order.</param>
/// <param name="vietnamese">The rule in Vietnamese: the exception's message.</param>
/// <param name="english">The rule in English.</param>
public sealed class DeskRefusedException(DeskRule rule, string field, string vietnamese, string english) : Exception(vietnamese)
{
    /// <summary>By what kind of rule.</summary>
    public DeskRule Rule { get; } = rule;

    /// <summary>Which field of the order.</summary>
    public string Field { get; } = field;

    /// <summary>The rule in English.</summary>
    public string English { get; } = english;
}
