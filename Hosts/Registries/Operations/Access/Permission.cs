namespace DichVuCong.Registries.Operations.Access;

/// <summary>A kind of thing that an operator does; every page and every action asks for one.</summary>
public enum Permission
{
    /// <summary>To look, personal data masked.</summary>
    Look = 1,

    /// <summary>To see personal data in clear, for a reason that is recorded.</summary>
    Reveal = 2,

    /// <summary>To change something, or to propose what needs a second person.</summary>
    Act = 3,

    /// <summary>To approve or reject what somebody else proposed.</summary>
    Approve = 4,

    /// <summary>To read who did what.</summary>
    Audit = 5,
}
