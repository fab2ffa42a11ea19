using DichVuCong.Runtime.Deaths;

namespace DichVuCong.Runtime.Lanes;

/// <summary>A lane that a batch has locked.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Mark">Below this number it has no living message.</param>
/// <param name="Deaths">How many of its holders have died with what it holds now.</param>
/// <param name="InHand">Up to which message they had claimed.</param>
internal readonly record struct HeldLane(short Lane, long Mark, int Deaths, long InHand)
{
    /// <summary>Whether one of its messages may kill whoever decides on it.</summary>
    public bool IsDeadly => Deaths >= DeathCommands.DeathsUntilCaution;
}
