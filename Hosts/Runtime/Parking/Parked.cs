using DichVuCong.Runtime.Lanes;

namespace DichVuCong.Runtime.Parking;

/// <summary>A message taken out of the way because its decision failed or its saga never came.</summary>
/// <param name="Message">The message, with its place in its key's order.</param>
/// <param name="Scope">The endpoint's number, or minus the line's.</param>
/// <param name="Error">Why, without personal data.</param>
/// <param name="ClosesKey">Whether the key's later messages wait behind it.</param>
internal sealed record ParkedMessage(Envelope Message, int Scope, string Error, bool ClosesKey);
