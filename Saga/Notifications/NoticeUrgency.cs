namespace DichVuCong.Saga.Notifications;

/// <summary>How much a notice presses. What presses more waits for nothing that presses less.</summary>
public enum NoticeUrgency : byte
{
    /// <summary>The security of an account or of a dossier.</summary>
    Security = 0,

    /// <summary>The applicant must do something in time, or has just done something and waits for the answer.</summary>
    Deadline = 1,

    /// <summary>It is good to know.</summary>
    Normal = 2,

    /// <summary>The same for very many.</summary>
    Mass = 3,
}
