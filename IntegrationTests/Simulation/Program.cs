using DichVuCong.Simulation.Running;

return SimulateProgram.Run(args);
