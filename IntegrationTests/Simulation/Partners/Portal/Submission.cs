using DichVuCong.Runtime.Doors;

namespace DichVuCong.Simulation.Partners.Portal;

/// <summary>One submission in the portal's own account: what was sent under its id, and what was answered each time.</summary>
internal sealed class Submission(string id)
{
    public string Id { get; } = id;

    /// <summary>What was answered, as (content that was sent, verdict, answer).</summary>
    public List<(int Content, DoorVerdict Verdict, string Answer)> Answers { get; } = [];

    /// <summary>The code, once one was answered.</summary>
    public string? Code => Answers.Find(answer => answer.Verdict != DoorVerdict.Conflict).Answer;
}
