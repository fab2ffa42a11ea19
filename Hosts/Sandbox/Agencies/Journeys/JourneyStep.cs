namespace DichVuCong.Sandbox.Agencies.Journeys;

/// <summary>One step of the work on a dossier.</summary>
/// <param name="State">The code of TrangThaiHoSo (<c>one-stop-and-portal-wire.md</c> 2.6).</param>
/// <param name="What">NoiDungXuLy.</param>
/// <param name="Title">ChucDanh of who does it.</param>
/// <param name="Department">PhongBanXuLy.</param>
/// <param name="Slowness">How many times as long as a usual step it takes: citizens are slower than officers.</param>
internal sealed record JourneyStep(int State, string What, string Title, string Department, int Slowness = 1)
{
    /// <summary>
    /// Whether it asks for money: then it is told with the whole dossier (DongBoHoSoMC), since only that lists the fees (DanhSachLePhi).
    /// </summary>
    public bool AsksForFee => State == 6;
}

/// <summary>A way through the states; its last step ends the dossier.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Steps">Its steps.</param>
internal sealed record Journey(string Name, IReadOnlyList<JourneyStep> Steps)
{
    /// <summary>The final state.</summary>
    public int FinalState => Steps[^1].State;
}
