namespace DichVuCong.Registries.Operations.Access;

/// <summary>What an operator is there for. What each may do is <see cref="AccessPolicy"/>'s.</summary>
public enum OperatorRole
{
    /// <summary>Looks; sees personal data masked, always.</summary>
    Viewer = 1,

    /// <summary>Works: acts, proposes what needs a second person, may look at personal data with a reason.</summary>
    Operator = 2,

    /// <summary>Works too, and is the second person who approves or rejects.</summary>
    Supervisor = 3,

    /// <summary>Reads everything including the audit trail, and changes nothing.</summary>
    Auditor = 4,
}
