using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Answers;

/// <summary>A call that a party received and is to answer.</summary>
internal interface IVisit
{
    /// <summary>Does what the call asks for and says how it is answered.</summary>
    /// <param name="fault">A way of misbehaving that lies in the deed itself; null for none.</param>
    HttpAnswer Act(FaultKind? fault);

    /// <summary>The call is over, but for the writing of the answer: whoever made it may make the next.</summary>
    void Leave()
    {
    }
}
